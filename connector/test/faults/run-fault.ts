import type { Row } from '../../../scripts/lib/org-session.ts';
import { accountOf, type Account } from '../ledger/accounts.ts';
import { effectsFromNow } from '../ledger/effects.ts';
import { untilQuiet } from '../ledger/quiet.ts';
import { prepareBatch, sendBatch, type Batch, type BatchSize } from './batch.ts';
import type { Fault } from './fault.ts';
import type { FaultWorld } from './world.ts';

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

/** The names of what never came to be right. */
async function untilRight({ product }: FaultWorld, fault: Fault, batch: Batch): Promise<string[]> {
  const { status = 'Completed', cleared = true } = fault.results ?? {};
  const idle = (row: Row): boolean => row['Requested_Action__c'] === null;
  const is = (wanted: string, pass: boolean) => (row: Row) =>
    idle(row) && row['Status__c'] === wanted && row['Cleared__c'] === pass;
  const waits: [string, (row: Row) => boolean][] = [
    ...batch.ordered.map((id): [string, (row: Row) => boolean] => [id, is('Invited', false)]),
    ...batch.results.map(({ id }): [string, (row: Row) => boolean] => [id, is(status, cleared)]),
    ...batch.decisions.map((id): [string, (row: Row) => boolean] => [id, is('Completed', true)]),
  ];
  const missing = await Promise.all(
    waits.map(async ([id, isRight]) => {
      const right = await product.checkOnce(id, 'right', isRight).catch(() => null);
      return right ? [] : [await product.check(id)];
    }),
  );
  return missing.flat().map((row) => `${String(row['Name'])} is ${String(row['Status__c'])}`);
}
