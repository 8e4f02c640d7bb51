import { z } from 'zod';
import { ApiError } from '../http/api-error.ts';
import { flag } from '../http/read-body.ts';
import { newId } from '../ids.ts';
import type { Parts } from '../parts.ts';
import { adjudicate } from '../reports/adjudicate.ts';
import type { Report } from '../reports/report.ts';
import { PRE_EXISTING } from '../reports/update-report.ts';
import { DAY_SECONDS, stampOf } from '../time/timeline.ts';
import { adverseActionJson } from './adverse-action.ts';
import type { AdverseAction } from './adverse-action.ts';
import { deliverNotice, schedulePostNotice } from './adverse-action-moves.ts';
import { adverseActionOf } from './adverse-action-of.ts';
import { adverseItemsOf } from './adverse-items.ts';
import type { AdverseItem } from './adverse-items.ts';

const WAIT_DAYS = 7;
const way = z.strictObject({ priority: z.coerce.number().optional(), required: flag.optional() }).optional();

/** What POST /reports/:id/adverse_actions takes; a form sends `medium` as JSON text. */
export const adverseActionBody = z.strictObject({
  adverse_item_ids: z.array(z.string()).min(1),
  post_notice_scheduled_at: z.iso.datetime({ offset: true }).optional(),
  medium: z.preprocess(parsed, z.strictObject({ email: way, postal: way }).optional()),
});

/** What may be held against the candidate. @throws ApiError 400 unless the report is consider and no action is open. */
export function openAdverseItems({ store }: Parts, report: Report): AdverseItem[] {
  if (report.result !== 'consider') throw new ApiError(400, 'Report must have the result consider');
  if (adverseActionOf(store, report.id)) throw new ApiError(400, PRE_EXISTING);
  return adverseItemsOf(report);
}

/** Sends the first notice and sets the clock of the second. @throws ApiError 400 */
export function createAdverseAction(
  parts: Parts,
  report: Report,
  body: z.infer<typeof adverseActionBody>,
): AdverseAction {
  const items = chosen(openAdverseItems(parts, report), body.adverse_item_ids);
  const now = parts.timeline.now();
  const ready = stampOf(new Date(now.getTime() + WAIT_DAYS * DAY_SECONDS * 1000));
  const scheduled = body.post_notice_scheduled_at ? stampOf(new Date(body.post_notice_scheduled_at)) : ready;
  if (Date.parse(scheduled) < now.getTime()) throw new ApiError(400, 'post_notice_scheduled_at is in the past');
  const action: AdverseAction = {
    id: newId(),
    status: 'pending',
    created_at: stampOf(now),
    canceled_at: null,
    post_notice_scheduled_at: scheduled,
    post_notice_ready_at: ready,
    delivery: { state: 'none', reason: null, updated_at: stampOf(now) },
    report_id: report.id,
    adverse_items: items,
    callOffPostNotice: () => undefined,
    callOffDelivery: () => undefined,
  };
  start(parts, action, report, body.medium?.email?.priority !== 0);
  return action;
}

function start(parts: Parts, action: AdverseAction, report: Report, isMailed: boolean): void {
  parts.store.adverseActions.set(action.id, action);
  if (isMailed) deliverNotice(parts, action);
  schedulePostNotice(parts, action);
  parts.publish('adverse_action.created', adverseActionJson(action));
  adjudicate(parts, report, 'pre_adverse_action');
}

function chosen(items: AdverseItem[], ids: string[]): AdverseItem[] {
  const unknown = ids.filter((id) => !items.some((item) => item.id === id));
  if (unknown.length > 0) throw new ApiError(400, `Adverse items not found: ${unknown.join(', ')}`);
  return items.filter((item) => ids.includes(item.id));
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
