import { pollUntil } from '../../../../scripts/lib/poll-until.ts';
import type { Row } from '../../../../scripts/lib/org-session.ts';
import type { Product } from '../../harness.ts';
import { invitedCheck, isIdleIn } from './checks-in-state.ts';
import type { KillJob } from '../kill-job.ts';

/** Taking in a result. Of all webhooks only the last one arrives, so that what is counted is one job's. */
export const result: KillJob = {
  name: 'result',
  prepare: async (product) => resultUnheard(product, await invitedCheck(product)),
  start: hearResult,
  isDone: isIdleIn('Completed'),
  effects: { 'report.completed': 0, 'invitation.created': 0 },
  record: { Status__c: 'Completed', Result__c: 'Clear', Cleared__c: true, Error_Help__c: null },
  async verify(product, { Id }) {
    const rows = await product.admin.query(
      `SELECT Outcome__c FROM Background_Check_Event__c WHERE Background_Check__c = '${String(Id)}'
       AND Type__c = 'report.completed'`,
    );
    if (rows.length !== 1) throw new Error(`report.completed is in the audit ${rows.length} times`);
  },
};

/** A check whose report is clear at Checkr, though the org has not heard of it. */
export async function resultUnheard(product: Product, check: Row): Promise<Row> {
  await product.checkrControl('POST', '/webhooks', { mode: 'drop' });
  await product.fillInForm(check['Checkr_Invitation_Id__c'], '111-11-2001');
  return { ...check, event: await completedEvent(product, String(check['Checkr_Candidate_Id__c'])) };
}

/** Sends the event of that result after all. */
export async function hearResult(product: Product, { Id, event }: Row): Promise<string> {
  await product.checkrControl('POST', '/webhooks', { mode: 'normal' });
  await product.checkrControl('POST', '/deliveries', { event_id: String(event) });
  return String(Id);
}

/** The id of the event that tells of this candidate's report. */
async function completedEvent(product: Product, candidateId: string): Promise<string> {
  const seen = await product.checkrControl('GET', '/deliveries?type=report.completed');
  const known = new Set((seen['deliveries'] as { event_id: string }[]).map(({ event_id }) => event_id));
  return pollUntil(
    async () => {
      const now = await product.checkrControl('GET', '/deliveries?type=report.completed');
      const fresh = (now['deliveries'] as { event_id: string }[]).find(({ event_id }) => !known.has(event_id));
      return fresh?.event_id;
    },
    { what: `the report of candidate ${candidateId} to be complete`, deadlineMs: 30_000 },
  );
}
