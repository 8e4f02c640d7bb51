import type { Product } from '../harness.ts';
import { checkInReview, invitedCheck } from '../kill-points/jobs/checks-in-state.ts';

/** How many of each go out while something is broken. */
export interface BatchSize {
  orders: number;
  results: number;
  decisions: number;
}

/** People whose requests, results and decisions come in together. */
export interface Batch {
  leads: string[];
  /** Checks asked for; filled when the batch goes out. */
  ordered: string[];
  /** Checks whose applicants fill in the form. */
  results: { id: string; invitationId: string; candidateId: string }[];
  /** Checks a reviewer decides on. */
  decisions: string[];
}

/** Everybody brought to where the batch begins. */
export async function prepareBatch(product: Product, size: BatchSize): Promise<Batch> {
  const many = <T>(count: number, make: () => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: count }, make));
  const results = await many(size.results, () => invitedCheck(product));
  const decisions = await many(size.decisions, () => checkInReview(product));
  return {
    leads: await many(size.orders, () => product.createLead()),
    ordered: [],
    results: results.map((check) => ({
      id: check.Id,
      invitationId: String(check['Checkr_Invitation_Id__c']),
      candidateId: String(check['Checkr_Candidate_Id__c']),
    })),
    decisions: decisions.map(({ Id }) => Id),
  };
}

/** Requests, forms and decisions, all at once. */
export async function sendBatch(product: Product, batch: Batch): Promise<void> {
  const reviewer = await product.signIn('reviewer@example.org');
  const decision = { Requested_Action__c: 'Finalize Clear', Review_Reason__c: 'Looked at by hand in a test.' };
  const [ordered] = await Promise.all([
    Promise.all(batch.leads.map((lead) => product.requestCheck(lead))),
    ...batch.results.map(({ invitationId }) => product.fillInForm(invitationId, '111-11-2001')),
    ...batch.decisions.map((id) => reviewer.uiUpdate(id, decision)),
  ]);
  batch.ordered = ordered;
}
