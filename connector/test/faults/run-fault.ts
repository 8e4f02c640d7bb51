import type { Row } from '../../../scripts/lib/org-session.ts';
import { pollUntil } from '../../../scripts/lib/poll-until.ts';
import { accountOf, type Account } from '../ledger/accounts.ts';
import { effectsFromNow } from '../ledger/effects.ts';
import { untilQuiet } from '../ledger/quiet.ts';
import { prepareBatch, sendBatch, type Batch, type BatchSize } from './batch.ts';
import type { Fault } from './fault.ts';
import type { FaultWorld } from './world.ts';

/** A few tries of a job, and the minute after which it may sign in to the org again. */
const DEADLINE_MS = 120_000;

/** What came of a batch that met a fault. */
export interface Outcome {
  fault: string;
  messages: number;
  requests: number;
  /** Invitations really made at Checkr for the requests of the batch. */
  orders: number;
  ordersPerRequest: number;
  notificationsPerRequest: number;
  recordsRight: number;
  /** What is not as it must be; empty when nothing was lost and nothing was done twice. */
  wrong: string[];
}

/** Breaks it, lets a batch go out, mends it, and waits until everything is as it must be, or says what is not. */
export async function runFault(world: FaultWorld, fault: Fault, size: BatchSize): Promise<Outcome> {
  const { product } = world;
  await untilQuiet(product);
  const batch = await prepareBatch(product, size);
  await untilQuiet(product);
  const effects = await effectsFromNow(product);
  const messages = world.messages();
  await fault.make(world, batch);
  await sendBatch(product, batch);
  await fault.mend(world, batch);
  const missing = await untilRight(world, fault, batch);
  // What has not struck by now must not strike the next one.
  await product.orgControl('PUT', '/faults', []);
  await product.checkrControl('DELETE', '/faults');
  await world.restoreWorker();
  await untilQuiet(product);
  const happened = await effects();
  const accounts = await Promise.all(idsOf(batch).map((id) => accountOf(product, id)));
  const most = (count: (account: Account) => number): number => Math.max(0, ...accounts.map(count));
  const wanted = {
    ...{ 'candidate.created': size.orders, 'invitation.created': size.orders },
    ...{ 'report.created': size.results, 'report.engaged': size.decisions },
  };
  return {
    fault: fault.name,
    messages: world.messages() - messages,
    requests: accounts.length,
    orders: happened['invitation.created'] ?? 0,
    ordersPerRequest: most(({ candidates, invitations }) => Math.max(candidates, invitations)),
    notificationsPerRequest: most(({ notifications }) => notifications),
    recordsRight: accounts.length - missing.length,
    wrong: [
      ...missing,
      ...Object.entries(wanted).flatMap(([type, count]) =>
        (happened[type] ?? 0) === count ? [] : [`${happened[type] ?? 0} times ${type}, not ${count}`],
      ),
      ...(most(({ candidates, invitations }) => Math.max(candidates, invitations)) > 1 ? ['somebody twice'] : []),
      ...(most(({ notifications }) => notifications) > 1 ? ['somebody was told twice'] : []),
      ...(most(({ auditedTwice }) => auditedTwice) > 0 ? ['an event is in the audit twice'] : []),
    ],
  };
}

const idsOf = ({ ordered, results, decisions }: Batch): string[] => [
  ...ordered,
  ...results.map(({ id }) => id),
  ...decisions,
];

/** What never came to be right, and how it looks instead. */
async function untilRight({ product }: FaultWorld, fault: Fault, batch: Batch): Promise<string[]> {
  const { status = 'Completed', cleared = true } = fault.results ?? {};
  const wanted = new Map([
    ...batch.ordered.map((id) => [id, 'Invited false'] as const),
    ...batch.results.map(({ id }) => [id, `${status} ${String(cleared)}`] as const),
    ...batch.decisions.map((id) => [id, 'Completed true'] as const),
  ]);
  const soql =
    'SELECT Id, Name, Status__c, Cleared__c, Requested_Action__c FROM Background_Check__c ' +
    `WHERE Id IN (${[...wanted.keys()].map((id) => `'${id}'`).join(', ')})`;
  const missing = async (): Promise<string[]> =>
    (await product.admin.query(soql)).flatMap((row) => {
      const isRight = looksLike(row) === wanted.get(String(row['Id'])) && row['Requested_Action__c'] === null;
      return isRight ? [] : [`${String(row['Name'])} is ${looksLike(row)} ${String(row['Requested_Action__c'] ?? '')}`];
    });
  const end = { what: 'everything to be right', deadlineMs: DEADLINE_MS, everyMs: 200 };
  // We may meet the last of the fault ourselves.
  const isAllRight = async (): Promise<boolean> => (await missing().catch(() => ['unread'])).length === 0;
  return pollUntil(isAllRight, end).then(() => [], missing);
}

const looksLike = (row: Row): string => `${String(row['Status__c'])} ${String(row['Cleared__c'])}`;
