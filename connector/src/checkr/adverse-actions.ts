import type { z } from 'zod';
import type { AdverseAction } from '../domain/adverse-action.ts';
import { isFailure } from '../domain/failure.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { CheckrHttp } from './http.ts';
import { adverseActionSchema, adverseItemListSchema, reportSchema } from './schemas.ts';

const STATUSES = { pending: 'Pending', complete: 'Complete', dispute: 'Disputed', canceled: 'Canceled' } as const;

type AdverseCalls = Pick<
  Checkr,
  'engageReport' | 'listAdverseItems' | 'createAdverseAction' | 'getAdverseAction' | 'cancelAdverseAction'
>;

/** What a reviewer's decision does at Checkr. */
export function createAdverseActions(http: CheckrHttp): AdverseCalls {
  const actionPath = (id: string): string => `/adverse_actions/${encodeURIComponent(id)}`;
  const reportPath = (id: string): string => `/reports/${encodeURIComponent(id)}`;
  return {
    async engageReport(id, idempotencyKey) {
      await http.post(reportPath(id), { adjudication: 'engaged' }, { schema: reportSchema, idempotencyKey });
    },
    async listAdverseItems(reportId) {
      try {
        return (await http.get(`${reportPath(reportId)}/adverse_items`, adverseItemListSchema)).data;
      } catch (error) {
        // Checkr answers 400 where there is nothing to cite: not a consider, or an action is running already.
        if (isFailure(error, 'rejected') && error.code === 'checkr-400') return [];
        throw error;
      }
    },
    async createAdverseAction({ reportId, itemIds, postNoticeAt, idempotencyKey }) {
      const body = { adverse_item_ids: itemIds, ...(postNoticeAt ? { post_notice_scheduled_at: postNoticeAt } : {}) };
      const path = `${reportPath(reportId)}/adverse_actions`;
      return (await http.post(path, body, { schema: adverseActionSchema, idempotencyKey })).id;
    },
    getAdverseAction: async (id) => toAction(await http.get(actionPath(id), adverseActionSchema)),
    async cancelAdverseAction(id) {
      await http.delete(actionPath(id), adverseActionSchema);
    },
  };
}

/** The waiting clock only counts from a delivered notice, so an undelivered one is shown as such. */
function toAction({
  id,
  report_id,
  status,
  post_notice_scheduled_at,
  delivery,
}: z.infer<typeof adverseActionSchema>): AdverseAction {
  const isUndelivered = status === 'pending' && delivery?.state === 'error';
  return {
    id,
    reportId: report_id,
    status: isUndelivered ? 'Notice Not Delivered' : STATUSES[status],
    postNoticeAt: post_notice_scheduled_at ?? null,
  };
}
