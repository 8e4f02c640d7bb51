import { hash } from 'node:crypto';

/** The calls that may cost money or cannot be undone, and so are made only once per human request. */
export type PaidStep =
  | 'create-candidate'
  | 'create-invitation'
  | 'create-report'
  | 'upload-consent'
  | 'upgrade-report'
  | 'complete-report'
  | 'engage-report'
  | 'create-adverse-action';

/** The same for every try of one step of one operation, whatever died in between; different for the next operation. */
export function idempotencyKey(step: PaidStep, order: { orgId: string; checkId: string; operation: number }): string {
  return hash('sha256', [order.orgId, order.checkId, step, order.operation].join('/'), 'hex');
}

/** How Checkr's lists and dashboard show which request of ours made a thing. */
export function orderTag(checkId: string, operation: number): string {
  return `${orderTags(checkId)}${operation}`;
}

/** What the tags of all requests for one check begin with. */
export function orderTags(checkId: string): string {
  return `bc-${checkId}-`;
}
