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

/** Whether a thing with these tags was made by any request for that check. */
export function isOrderedFor(checkId: string, tags: readonly string[]): boolean {
  return tags.some((tag) => tag.startsWith(orderTags(checkId)));
}

function orderTags(checkId: string): string {
  return `bc-${checkId}-`;
}
