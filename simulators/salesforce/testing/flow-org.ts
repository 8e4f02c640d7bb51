import type { SObject } from '../model.ts';
import type { SaveError, Transaction } from '../save-model.ts';
import type { FlowDefinition } from '../flows/flow-definition.ts';
import { createFlowEngine } from '../flows/flow-engine.ts';
import type { FlowFailure, FlowRows, NotificationRequest } from '../flows/services.ts';
import type { WaitingPaths } from '../flows/scheduled-paths.ts';
import { createFakeOrg } from './fake-org.ts';

const OBJECTS = {
  Lead: {
    Email: 'Email',
    Score__c: 'Number',
    Flagged__c: 'Checkbox',
    Due__c: 'DateTime',
    Summary__c: 'Text',
    OwnerId: 'Lookup(User)',
  },
  Check__c: {
    Lead__c: 'Lookup(Lead)',
    Status__c: 'Picklist',
    Key__c: 'Text',
    Started__c: 'DateTime',
    Count__c: 'Number',
    Note__c: 'Text',
  },
  User: { Email: 'Email' },
  Organization: {},
  CustomNotificationType: { DeveloperName: 'Text' },
};

/** A fake org that runs the given flows and keeps what they send. */
export function createFlowOrg(
  flows: FlowDefinition[],
  options: {
    refuse?: (object: string, row: SObject) => SaveError | undefined;
    rowsOf?: (transaction: Transaction) => FlowRows;
    waiting?: WaitingPaths;
  } = {},
) {
  let now = new Date('2026-11-20T16:00:00.500Z');
  const org = createFakeOrg({ objects: OBJECTS, permissions: ['Write'], now: () => now, ...options });
  const [messages, notifications, failures]: [
    { name: string; recordId: string }[],
    NotificationRequest[],
    FlowFailure[],
  ] = [[], [], []];
  const engine = createFlowEngine({
    flows,
    ...(options.waiting ? { waiting: options.waiting } : {}),
    services: {
      findObject: (object) => org.findObject(object),
      hasOutboundMessage: (name) => name === 'Check__c.Command',
      sendOutboundMessage: ({ name, recordId }) => void messages.push({ name, recordId }),
      sendNotification: (notification) => void notifications.push(notification),
      label: (name) => (name === 'Hello' ? 'Good day' : undefined),
      findFlow: (name) => flows.find((flow) => flow.name === name),
      transact: (_userId, work) => org.transact(work),
      rowsOf: options.rowsOf ?? ((transaction) => transaction),
      now: () => now,
      interviewFailed: (failure) => void failures.push(failure),
    },
  });
  org.automation = engine;
  const one = <T>(results: T[]): T => {
    const [result] = results;
    if (!result) throw new Error('no result');
    return result;
  };
  return {
    org,
    engine,
    messages,
    notifications,
    failures,
    setNow: (time: string) => void (now = new Date(time)),
    insert: (object: string, row: SObject) => one(org.transact((transaction) => transaction.insert(object, [row]))),
    update: (object: string, row: SObject) => one(org.transact((transaction) => transaction.update(object, [row]))),
    row: (object: string, id: string | null) => org.rows(object).find((row) => row['Id'] === id),
  };
}
