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
