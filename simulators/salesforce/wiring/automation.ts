import { createFlowEngine, type FlowEngine } from '../flows/flow-engine.ts';
import { readFlow } from '../flows/read-flow.ts';
import type { WaitingPaths } from '../flows/scheduled-paths.ts';
import type { FlowFailure } from '../flows/services.ts';
import { orgNames } from '../metadata/org-names.ts';
import { componentsOf, type Schema } from '../metadata/schema.ts';
import type { NotificationList } from '../notifications/notification-list.ts';
import type { SimulatedOrg } from '../org.ts';
import type { OutboundSender } from '../outbound/outbound-sender.ts';

/** The flows of what is deployed, renewed by each deployment. */
export interface OrgAutomation {
  engine(): FlowEngine;
  deployed(schema: Schema): void;
  /** Flows that stopped where nobody waited for them, oldest first. */
  failures: FlowFailure[];
}

/** No flows until something is deployed. */
export function createOrgAutomation(
  org: () => SimulatedOrg,
  { outbound, notifications }: { outbound: () => OutboundSender; notifications: NotificationList },
): OrgAutomation {
  const failures: FlowFailure[] = [];
  const services = {
    ...orgNames(() => org().schema()),
    sendOutboundMessage: (order: Parameters<OutboundSender['send']>[0]) => outbound().send(order),
    sendNotification: notifications.send,
    transact: (work: Parameters<SimulatedOrg['asAutomatedProcess']>[0]) => void org().asAutomatedProcess(work),
    interviewFailed: (failure: FlowFailure) => void failures.push(failure),
  };
  const waiting: WaitingPaths = new Map();
  let engine = createFlowEngine({ flows: [], services, waiting });
  return {
    failures,
    engine: () => engine,
    deployed(schema) {
      const flows = componentsOf(schema, 'Flow').map(({ element, path }) => readFlow(element, path));
      engine = createFlowEngine({ flows, services, waiting });
    },
  };
}
