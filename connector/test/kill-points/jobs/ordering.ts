import { attachConsent } from '../../attach-consent.ts';
import { isIdleIn, inStatus } from './checks-in-state.ts';
import type { KillJob } from '../kill-job.ts';

/** From the request to the invitation. */
export const order: KillJob = {
  name: 'order',
  prepare: async (product) => ({ Lead: await product.createLead() }),
  start: (product, { Lead }) => product.requestCheck(String(Lead)),
  isDone: isIdleIn('Invited'),
  effects: { 'candidate.created': 1, 'invitation.created': 1 },
  record: { Status__c: 'Invited', Operation__c: 1, Error_Help__c: null },
};

/** An order that was refused, mended and asked for again. */
export const resume: KillJob = {
  name: 'resume',
  async prepare(product) {
    const Lead = await product.createLead({ Email: null });
    const Id = await product.requestCheck(Lead);
    await inStatus(product, Id, 'Error');
    await product.admin.update('Lead', Lead, { Email: `mended-${Id.toLowerCase()}@example.org` });
    return { Id };
  },
  async start(product, { Id }) {
    await product.admin.update('Background_Check__c', String(Id), { Requested_Action__c: 'Resume' });
    return String(Id);
  },
  isDone: isIdleIn('Invited'),
  effects: { 'candidate.created': 1, 'invitation.created': 1 },
  record: { Status__c: 'Invited', Error_Help__c: null, Error_Create_Candidate__c: null },
};

/** A report ordered without an invitation. No webhook arrives, so that what is counted is one job's. */
export const directOrder: KillJob = {
  name: 'direct order',
  async prepare(product) {
    await product.checkrControl('POST', '/webhooks', { mode: 'drop' });
    const Lead = await product.createLead({
      // A report that never ends: on a busy machine another one would be complete before the job is taken up again.
      ...{ SSN__c: '111112007', No_Middle_Name__c: true, Birthdate__c: '1990-04-01' },
      Background_Check_Consent_At__c: '2026-11-01T12:00:00Z',
    });
    await attachConsent(product.requester, Lead);
    return { Lead };
  },
  start: (product, { Lead }) => product.requestCheck(String(Lead)),
  isDone: isIdleIn('In Progress'),
  effects: { 'candidate.created': 1, 'report.created': 1 },
  record: { Status__c: 'In Progress', Operation__c: 1, Checkr_Invitation_Id__c: null, Error_Help__c: null },
};
