import type { ActionNode } from './flow-nodes.ts';
import { FlowFault } from './flow-fault.ts';
import type { Interview } from './interview.ts';
import { notify } from './notify.ts';

/** Carries out an action. Messages and notifications leave after the commit; a rollback takes them back. */
export function runAction(interview: Interview, node: ActionNode): void {
  if (node.actionType === 'outboundMessage') sendMessage(interview, node.actionName);
  else notify(interview, node);
}

function sendMessage({ transaction, services, record }: Interview, name: string): void {
  if (!services.hasOutboundMessage(name)) throw new FlowFault(`Outbound message ${name} is not deployed`);
  const message = { name, recordId: String(record?.row?.Id), user: transaction.user };
  transaction.afterCommit(() => services.sendOutboundMessage(message));
}
