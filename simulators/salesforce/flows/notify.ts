import { itemsOf } from './assign.ts';
import { FlowFault } from './flow-fault.ts';
import type { ActionNode } from './flow-nodes.ts';
import { asSingle, type FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';
import { resolveValue } from './resolve-reference.ts';
import type { NotificationRequest } from './services.ts';

const MOST_RECIPIENTS = 500;
const LONGEST = { title: 250, body: 750 };

/** Stands for "no record": the notification leads nowhere. */
const NO_TARGET = '000000000000000AAA';

/**
 * Sends a custom notification after the commit. @throws FlowFault for an unknown type, no or more than 500 recipients, a
 * blank or too long title or body, no target; and for a user without the right to send, in a flow with the user's rights.
 */
export function notify(interview: Interview, node: ActionNode): void {
  const { transaction, services, isUserMode } = interview;
  if (isUserMode && !transaction.hasUserPermission('SendCustomNotifications'))
    throw new FlowFault('You need the Send Custom Notifications user permission to send custom notifications.');
  const notification = checked(interview, requestOf(interview, node));
  transaction.afterCommit(() => services.sendNotification(notification));
}

function requestOf(interview: Interview, node: ActionNode): NotificationRequest {
  const input = (name: string): FlowValue | undefined => {
    const found = node.inputs.find((one) => one.name === name);
    return found && resolveValue(interview, found.value);
  };
  const text = (name: string): string => {
    const value = input(name);
    return value ? String(asSingle(value, name).value ?? '') : '';
  };
  const recipients = input('recipientIds');
  const items = recipients ? itemsOf(recipients, 'recipientIds') : [];
  const senderId = text('senderId');
  return {
    typeId: text('customNotifTypeId'),
    recipientIds: items.map((item) => String(asSingle(item, 'recipientIds').value)),
    title: text('title'),
    body: text('body'),
    targetId: text('targetId'),
    ...(senderId ? { senderId } : {}),
  };
}

function checked({ transaction }: Interview, request: NotificationRequest): NotificationRequest {
  const { typeId, recipientIds, title, body, targetId } = request;
  const given = { customNotifTypeId: typeId, recipientIds: recipientIds.join(), title, body, targetId };
  const missing = Object.entries(given).find(([, value]) => value.trim() === '');
  if (missing) throw new FlowFault(`Missing required input parameter: ${missing[0]}`);
  if (!transaction.read('CustomNotificationType', typeId))
    throw new FlowFault(`The notification type ${typeId} is invalid`);
  if (recipientIds.length > MOST_RECIPIENTS)
    throw new FlowFault(`The maximum number of recipients is ${MOST_RECIPIENTS}; ${recipientIds.length} were given`);
  for (const [name, most] of Object.entries(LONGEST)) {
    const { length } = name === 'title' ? title : body;
    if (length > most) throw new FlowFault(`${name}: data value too large (max length=${most}, given ${length})`);
  }
  return targetId === NO_TARGET ? { ...request, targetId: '' } : request;
}
