import { ApiError } from '../http/api-error.ts';
import type { Parts } from '../parts.ts';
import { adjudicate } from '../reports/adjudicate.ts';
import type { Report } from '../reports/report.ts';
import { adverseActionJson } from './adverse-action.ts';
import type { AdverseAction, Delivery } from './adverse-action.ts';
import { adverseActionOf } from './adverse-action-of.ts';

const DELIVERY_SECONDS = 30;

/** Lets the waiting notice be sent and arrive, each a little later; nothing is told of it. */
export function deliverNotice(parts: Parts, action: AdverseAction): void {
  const step = (state: Delivery['state'], next: () => void): void => {
    action.callOffDelivery = parts.timeline.after(DELIVERY_SECONDS, () => {
      setDelivery(parts, action, state);
      next();
    });
  };
  setDelivery(parts, action, 'queued');
  step('sent', () => step('delivered', () => undefined));
}

/** Sends the second notice when its time has come, which ends the action. */
export function schedulePostNotice(parts: Parts, action: AdverseAction): void {
  action.callOffPostNotice();
  if (!action.post_notice_scheduled_at) return;
  const seconds = (Date.parse(action.post_notice_scheduled_at) - parts.timeline.now().getTime()) / 1000;
  action.callOffPostNotice = parts.timeline.after(Math.max(0, seconds), () => sendPostNotice(parts, action));
}

/** Sends the second notice now. @throws ApiError 400 unless the action is pending. */
export function sendPostNotice(parts: Parts, action: AdverseAction): void {
  refuseUnless(action, ['pending'], 'completed');
  stopClocks(action);
  action.status = 'complete';
  tell(parts, action, 'completed');
  adjudicate(parts, reportOf(parts, action), 'post_adverse_action');
  if (action.delivery.state !== 'error') deliverNotice(parts, action);
}

/** Learns that the notice cannot be delivered: nothing more happens until somebody acts. @throws ApiError 400 */
export function failDelivery(parts: Parts, action: AdverseAction, reason: string): void {
  refuseUnless(action, ['pending'], 'undeliverable');
  stopClocks(action);
  action.post_notice_scheduled_at = null;
  setDelivery(parts, action, 'error', reason);
  tell(parts, action, 'notice_not_delivered');
}

/** Takes an action back; the report is undecided again. @throws ApiError 400 when it has ended already. */
export function cancelAdverseAction(parts: Parts, action: AdverseAction): void {
  refuseUnless(action, ['pending', 'dispute'], 'canceled');
  stopClocks(action);
  action.status = 'canceled';
  action.canceled_at = parts.timeline.stamp();
  tell(parts, action, 'canceled');
  adjudicate(parts, reportOf(parts, action), null);
}

/** Holds the second notice back, because the candidate disputes the report. */
export function stopForDispute(parts: Parts, report: Report): void {
  const action = adverseActionOf(parts.store, report.id);
  if (action?.status !== 'pending') return;
  action.callOffPostNotice();
  action.status = 'dispute';
}

/** After a dispute: a clear report leaves nothing to act on, any other lets the action go on. */
export function resumeAfterDispute(parts: Parts, report: Report): void {
  const action = adverseActionOf(parts.store, report.id);
  if (action?.status !== 'dispute') return;
  if (report.result === 'clear') return cancelAdverseAction(parts, action);
  action.status = 'pending';
  schedulePostNotice(parts, action);
}

function refuseUnless(action: AdverseAction, allowed: AdverseAction['status'][], what: string): void {
  if (allowed.includes(action.status)) return;
  throw new ApiError(400, `Adverse action can not be ${what} because it is ${action.status}`);
}

function stopClocks(action: AdverseAction): void {
  action.callOffPostNotice();
  action.callOffDelivery();
}

function setDelivery({ timeline }: Parts, action: AdverseAction, state: Delivery['state'], reason?: string): void {
  action.delivery = { state, reason: reason ?? null, updated_at: timeline.stamp() };
}

function tell({ publish }: Parts, action: AdverseAction, event: string): void {
  publish(`adverse_action.${event}`, adverseActionJson(action));
}

function reportOf({ store }: Parts, action: AdverseAction): Report {
  const report = store.reports.get(action.report_id);
  if (!report) throw new Error(`Adverse action ${action.id} has no report`);
  return report;
}
