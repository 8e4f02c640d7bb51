import type { ActionNode } from './flow-definition.ts';
import { itemsOf } from './assign.ts';
import { FlowFault } from './flow-fault.ts';
import { asSingle, type FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';
import { resolveValue } from './resolve-reference.ts';

/** Carries out an action. Messages and notifications leave after the commit; a rollback takes them back. */
export function runAction(interview: Interview, node: ActionNode): void {
  if (node.actionType === 'outboundMessage') sendMessage(interview, node.actionName);
  else notify(interview, node);
}

function sendMessage({ transaction, services, record }: Interview, name: string): void {
  if (!services.hasOutboundMessage(name)) throw new FlowFault(`Outbound message ${name} is not deployed`);
  const message = { name, recordId: String(record.row?.Id), user: transaction.user };
  transaction.afterCommit(() => services.sendOutboundMessage(message));
}

function notify(interview: Interview, node: ActionNode): void {
  const { transaction, services } = interview;
  const input = (name: string) => resolveInput(interview, node, name);
  const text = (name: string) => String(single(input(name), name) ?? '');
  const typeId = text('customNotifTypeId');
  if (!transaction.read('CustomNotificationType', typeId))
    throw new FlowFault(`The notification type ${typeId} is invalid`);
  const recipients = input('recipientIds');
  const recipientIds = recipients
    ? itemsOf(recipients, 'recipientIds').map((item) => String(single(item, 'recipientIds')))
    : [];
  if (recipientIds.length === 0) throw new FlowFault('Missing required input parameter: recipientIds');
  const senderId = text('senderId');
  const notification = { typeId, recipientIds, title: text('title'), body: text('body'), targetId: text('targetId') };
  transaction.afterCommit(() => services.sendNotification({ ...notification, ...(senderId ? { senderId } : {}) }));
}

function resolveInput(interview: Interview, node: ActionNode, name: string): FlowValue | undefined {
  const found = node.inputs.find((input) => input.name === name);
  return found && resolveValue(interview, found.value);
}

function single(value: FlowValue | undefined, name: string) {
  return value ? asSingle(value, name).value : null;
}
