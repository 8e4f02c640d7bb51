import type { Row } from '../../../../scripts/lib/org-session.ts';
import type { Product } from '../../harness.ts';
import { checkInReview, isIdleIn } from './checks-in-state.ts';
import { readAtCheckr } from '../../ledger/accounts.ts';
import type { KillJob } from '../kill-job.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ITEMS = 'Background_Check_Adverse_Item__c';

async function decide(product: Product, id: string, decision: Row): Promise<string> {
  const reviewer = await product.signIn('reviewer@example.org');
  await reviewer.uiUpdate(id, { Review_Reason__c: 'Looked at by hand in a test.', ...decision });
  return id;
}

/** *Finalize Clear*: the report is engaged once. */
export const finalizeClear: KillJob = {
  name: 'finalize clear',
  prepare: checkInReview,
  start: (product, { Id }) => decide(product, String(Id), { Requested_Action__c: 'Finalize Clear' }),
  isDone: isIdleIn('Completed'),
  effects: { 'report.engaged': 1 },
  record: { Status__c: 'Completed', Result__c: 'Consider', Cleared__c: true, Error_Help__c: null },
};

/** A check in review, one item of it cited. */
async function cited(product: Product): Promise<Row & { Id: string }> {
  const check = await checkInReview(product);
  const reviewer = await product.signIn('reviewer@example.org');
  const [item] = await reviewer.query(`SELECT Id FROM ${ITEMS} WHERE Background_Check__c = '${check.Id}'`);
  await reviewer.update(ITEMS, String(item?.['Id']), { Cite__c: true });
  return { ...check, postNoticeAt: new Date(Date.now() + 10 * DAY_MS).toISOString() };
}

const initiate = (product: Product, { Id, postNoticeAt }: Row): Promise<string> =>
  decide(product, String(Id), {
    ...{ Requested_Action__c: 'Initiate Adverse Action', Adverse_Action_Post_Notice_At__c: postNoticeAt },
  });

/** *Initiate Adverse Action*: one notice, for the item chosen, with the date chosen. */
export const adverseAction: KillJob = {
  name: 'adverse action',
  prepare: cited,
  start: initiate,
  isDone: (check) => check['Requested_Action__c'] === null && check['Adverse_Action_Status__c'] === 'Pending',
  effects: { 'report.pre_adverse_action': 1 },
  record: { Status__c: 'Review Required', Cleared__c: false, Adverse_Action_Status__c: 'Pending', Error_Help__c: null },
  async verify(product, check, { postNoticeAt }) {
    const action = await actionAtCheckr(product, check);
    const planned = Math.abs(Date.parse(action.post_notice_scheduled_at) - Date.parse(String(postNoticeAt)));
    if (action.adverse_items.length !== 1) throw new Error(`${action.adverse_items.length} items are cited`);
    if (planned > 1000) throw new Error(`the final notice goes out ${action.post_notice_scheduled_at}`);
  },
};

/** *Cancel Adverse Action*: the notice is taken back once. */
export const cancelAdverseAction: KillJob = {
  name: 'cancel adverse action',
  async prepare(product) {
    const check = await cited(product);
    await initiate(product, check);
    await product.checkOnce(check.Id, 'in adverse action', adverseAction.isDone as (row: Row) => boolean);
    return check;
  },
  start: (product, { Id }) => decide(product, String(Id), { Requested_Action__c: 'Cancel Adverse Action' }),
  isDone: (check) => check['Requested_Action__c'] === null && check['Adverse_Action_Status__c'] === 'Canceled',
  effects: { 'adverse_action.canceled': 1, 'report.pre_adverse_action': 0 },
  record: { Status__c: 'Review Required', Cleared__c: false, Adverse_Action_Status__c: 'Canceled' },
  async verify(product, check) {
    const { status } = await actionAtCheckr(product, check);
    if (status !== 'canceled') throw new Error(`the action is ${status} at Checkr`);
  },
};

interface ActionAtCheckr {
  status: string;
  post_notice_scheduled_at: string;
  adverse_items: unknown[];
}

async function actionAtCheckr(product: Product, check: Row): Promise<ActionAtCheckr> {
  return (await readAtCheckr(product, `/adverse_actions/${String(check['Adverse_Action_Id__c'])}`)) as ActionAtCheckr;
}
