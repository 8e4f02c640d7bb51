import { componentsOf } from '../metadata/schema.ts';
import type { SimulatedOrg } from '../org.ts';
import { readOutboundMessages, type OutboundMessage } from '../outbound/outbound-message.ts';
import { createOutboundSender, type OutboundSender } from '../outbound/outbound-sender.ts';
import type { Timers } from '../outbound/timers.ts';

/** The sender of what is deployed in the org. */
export function outboundSenderOf(
  org: () => SimulatedOrg,
  { timeScale, instanceUrl, timers }: { timeScale: number; instanceUrl: () => string; timers: Timers },
): OutboundSender {
  return createOutboundSender({
    orgId: org().id,
    instanceUrl,
    timeScale,
    timers,
    findMessage: (name) => deployedMessages(org()).find((message) => message.name === name),
    objectDefinition: (object) => org().objectDefinition(object),
    readRow: (object, id) => org().asAutomatedProcess((transaction) => transaction.read(object, id)),
    canSend: (user) => org().hasUserPermission(user, 'SendOutboundMessages'),
    visibleFields: (message) => visibleFields(org(), message),
  });
}

function deployedMessages(org: SimulatedOrg): OutboundMessage[] {
  return componentsOf(org.schema(), 'Workflow').flatMap(({ element, path }) => readOutboundMessages(element, path));
}

/** Its user's field access decides; a user who is gone sees only the id. */
function visibleFields(org: SimulatedOrg, { object, fields, integrationUser }: OutboundMessage): string[] {
  const user = org.findUser(integrationUser);
  if (!user) return ['Id'];
  const access = org.accessOf(user);
  return fields.filter((field) => field === 'Id' || access.canReadField(object, field));
}
