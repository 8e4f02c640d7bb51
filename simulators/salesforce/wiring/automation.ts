import type { FlowDefinition } from '../flows/flow-definition.ts';
import { createFlowEngine, type FlowEngine } from '../flows/flow-engine.ts';
import { readFlow } from '../flows/read-flow.ts';
import { createFlowTrace, type FlowTrace } from '../flows/flow-trace.ts';
import type { WaitingPaths } from '../flows/scheduled-paths.ts';
import type { FlowFailure } from '../flows/services.ts';
import { orgNames } from '../metadata/org-names.ts';
import { componentsOf, type Schema } from '../metadata/schema.ts';
import type { NotificationList } from '../notifications/notification-list.ts';
import type { Transaction } from '../save-model.ts';
import type { SimulatedOrg } from '../org.ts';
import type { OutboundSender } from '../outbound/outbound-sender.ts';
import { rowsOfUser } from './user-rows.ts';

/** The flows of what is deployed, renewed by each deployment. */
export interface OrgAutomation {
  engine(): FlowEngine;
  deployed(schema: Schema): void;
  /** The deployed flows, active or not. */
  flows(): FlowDefinition[];
  /** Which elements of flows ran so far. */
  trace: FlowTrace;
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
    transact<T>(userId: string | null, work: (transaction: Transaction) => T): T {
      const user = org()
        .users()
        .find(({ id }) => id === userId);
      return user ? org().transact(user, work) : org().asAutomatedProcess(work);
    },
    rowsOf: (transaction: Transaction) => rowsOfUser(org(), transaction),
    now: () => org().now(),
    interviewFailed: (failure: FlowFailure) => void failures.push(failure),
  };
  const waiting: WaitingPaths = new Map();
  const trace = createFlowTrace();
  let flows: FlowDefinition[] = [];
  let engine = createFlowEngine({ flows, services, waiting, trace });
  return {
    failures,
    trace,
    flows: () => flows,
    engine: () => engine,
    deployed(schema) {
      flows = componentsOf(schema, 'Flow').map(({ element, path }) => readFlow(element, path));
      engine = createFlowEngine({ flows, services, waiting, trace });
    },
  };
}
