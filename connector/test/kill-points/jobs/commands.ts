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
