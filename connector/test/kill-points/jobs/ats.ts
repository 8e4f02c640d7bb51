import { randomUUID } from 'node:crypto';
import type { Row } from '../../../../scripts/lib/org-session.ts';
import { pollUntil } from '../../../../scripts/lib/poll-until.ts';
import type { RunningAts } from '../../../../scripts/lib/start-ats.ts';
import type { Product } from '../../harness.ts';
import { inStatus, isIdleIn } from './checks-in-state.ts';
import { hearResult, resultUnheard } from './result.ts';
import type { KillJob } from '../kill-job.ts';

/** An order of an applicant tracking system, whose door dies: the system sends it again until it is taken. */
export const atsOrder: KillJob = {
  name: 'ats order',
  victim: 'web',
  prepare: () => Promise.resolve({ order: `order-${randomUUID().slice(0, 8)}` }),
  start: (product, { order }) => placeUntilTaken(product, String(order)),
  isDone: isIdleIn('Invited'),
  effects: { 'candidate.created': 1, 'invitation.created': 1 },
  record: { Status__c: 'Invited', Operation__c: 1, Error_Help__c: null },
  async verify(product, _check, { order }) {
    const checks = await checksOf(product, String(order));
    const rows = await product.admin.query(
      `SELECT Id FROM Background_Check_Event__c WHERE Type__c = 'ats.order' AND Vendor_Object_Id__c = '${String(order)}'`,
    );
    if (checks.length !== 1) throw new Error(`${checks.length} checks were made of one order`);
    if (rows.length !== 1) throw new Error(`the order is in the audit ${rows.length} times`);
  },
};

/** From the result of an ordered check to its system being told: at least once, always under the same id. */
export const notifyAts: KillJob = {
  name: 'notify ats',
  async prepare(product) {
    const order = `order-${randomUUID().slice(0, 8)}`;
    const id = await placeUntilTaken(product, order);
    return { order, ...(await resultUnheard(product, await inStatus(product, id, 'Invited'))) };
  },
  start: hearResult,
  isDone: (check) => check['ATS_Callback_Status__c'] === 'Delivered',
  effects: { 'report.completed': 0, 'invitation.created': 0 },
  record: { Status__c: 'Completed', Cleared__c: true, ATS_Callback_Status__c: 'Delivered', Error_Help__c: null },
  async verify(product, { Id }, { order }) {
    const told = await callbacksOf(product, String(order));
    const [first] = told;
    if (!first || first.body['result'] !== 'Pass')
      throw new Error(`the system was told ${JSON.stringify(first?.body)}`);
    if (told.some(({ headers }) => headers['webhook-id'] !== first.headers['webhook-id']))
      throw new Error('the system was told the same under another id');
    const rows = await product.admin.query(
      `SELECT Outcome__c FROM Background_Check_Event__c WHERE Background_Check__c = '${String(Id)}' AND Type__c = 'ats.callback'`,
    );
    if (rows.length !== 1 || rows[0]?.['Outcome__c'] !== 'Applied')
      throw new Error(`told, but ${rows.length} rows say so`);
  },
};

/** Gives the check's id once the door has taken the order. */
async function placeUntilTaken(product: Product, order: string): Promise<string> {
  const ats = atsOf(product);
  const send = async (path: string, body?: object): Promise<boolean> => {
    const { status } = (await ats.control('POST', path, body)) as { status: number };
    return status === 201;
  };
  const again = () => send(`/orders/${order}/repeat`).catch(() => false);
  if (!(await send('/orders', { background_check_id: order }).catch(() => false)))
    await pollUntil(again, { what: `order ${order} to be taken`, deadlineMs: 30_000, everyMs: 200 });
  const [check] = await checksOf(product, order);
  return String(check?.['Id']);
}

const checksOf = (product: Product, order: string): Promise<Row[]> =>
  product.admin.query(`SELECT Id FROM Background_Check__c WHERE ATS_Background_Check_Id__c = '${order}'`);

interface Callback {
  headers: Record<string, string>;
  body: Row;
}

async function callbacksOf(product: Product, order: string): Promise<Callback[]> {
  const received = (await atsOf(product).control('GET', '/callbacks')) as Callback[];
  return received.filter(({ body }) => body['background_check_id'] === order);
}

function atsOf({ ats }: Product): RunningAts {
  if (!ats) throw new Error('the stack has no ATS');
  return ats;
}
