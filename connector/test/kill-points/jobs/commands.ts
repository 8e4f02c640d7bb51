import type { Product } from '../../harness.ts';
import type { Row } from '../../../../scripts/lib/org-session.ts';
import { checkIn, invitedCheck, isIdleIn } from './checks-in-state.ts';
import type { KillJob } from '../kill-job.ts';

const ask =
  (action: string): KillJob['start'] =>
  async (product: Product, { Id }: Row) => {
    await product.admin.update('Background_Check__c', String(Id), { Requested_Action__c: action });
    return String(Id);
  };

/** A new invitation in place of the old one. */
export const resend: KillJob = {
  name: 'resend',
  prepare: invitedCheck,
  start: ask('Resend Invitation'),
  isDone: (check, before) =>
    isIdleIn('Invited')(check) && check['Checkr_Invitation_Id__c'] !== before['Checkr_Invitation_Id__c'],
  effects: { 'candidate.created': 0, 'invitation.created': 1, 'invitation.deleted': 1 },
  record: { Status__c: 'Invited', Operation__c: 2, Error_Help__c: null },
};

/** A higher package on the finished report: ordered and billed once. No webhook arrives: what is counted is one job's. */
export const upgrade: KillJob = {
  name: 'upgrade',
  async prepare(product) {
    const check = await checkIn(product, 'Completed', '111-11-2001');
    await product.checkrControl('POST', '/webhooks', { mode: 'drop' });
    return check;
  },
  async start(product, { Id }) {
    const soql = `SELECT Id FROM Background_Check_Package__c WHERE Slug__c = 'tasker_pro'`;
    const [higher] = await product.admin.query(soql);
    const request = { Requested_Action__c: 'Upgrade', Upgrade_Package__c: String(higher?.['Id']) };
    await product.admin.update('Background_Check__c', String(Id), request);
    return String(Id);
  },
  isDone: (check) => check['Requested_Action__c'] === null && packageOf(check) === 'tasker_pro',
  effects: { 'report.upgraded': 1, 'report.created': 0, 'invitation.created': 0 },
  record: { Price__c: 55, Error_Help__c: null },
  verify(_product, { Status__c: status, Cleared__c: isCleared }) {
    // Read late enough, the new searches are done.
    const isRight = status === 'Completed' ? isCleared === true : status === 'In Progress' && isCleared === false;
    return isRight ? Promise.resolve() : Promise.reject(new Error(`it is ${String(status)} ${String(isCleared)}`));
  },
};

const packageOf = (check: Row): unknown => (check['Package__r'] as Row | null)?.['Slug__c'];

/** Cancel before the form was filled in. */
export const cancelInvitation: KillJob = {
  name: 'cancel invitation',
  prepare: invitedCheck,
  start: ask('Cancel'),
  isDone: isIdleIn('Canceled'),
  effects: { 'invitation.created': 0, 'invitation.deleted': 1 },
  record: { Status__c: 'Canceled', Invitation_URL__c: null, Error_Help__c: null },
};

/** Cancel of a report that runs: what is not done is canceled, and it is never a pass. */
export const cancelReport: KillJob = {
  name: 'cancel report',
  prepare: (product) => checkIn(product, 'In Progress', '111-11-2007'),
  start: ask('Cancel'),
  isDone: isIdleIn('Review Required'),
  effects: { 'report.completed': 1, 'report.created': 0 },
  record: { Status__c: 'Review Required', Includes_Canceled__c: true, Cleared__c: false, Error_Help__c: null },
};
