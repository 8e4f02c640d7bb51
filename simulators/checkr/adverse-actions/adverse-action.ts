import type { WireObject } from '../wire-object.ts';
import type { AdverseItem } from './adverse-items.ts';

/** An adverse action as the simulator keeps it. */
export interface AdverseAction {
  id: string;
  status: 'pending' | 'complete' | 'dispute' | 'canceled';
  created_at: string;
  canceled_at: string | null;
  /** When the second notice goes out; null when nothing will send it by itself. */
  post_notice_scheduled_at: string | null;
  post_notice_ready_at: string;
  delivery: Delivery;
  report_id: string;
  adverse_items: AdverseItem[];
  /** Calls off the second notice. */
  callOffPostNotice: () => void;
  /** Calls off the next news of the delivery. */
  callOffDelivery: () => void;
}

/** How far the notice has come, and why not farther. */
export interface Delivery {
  state: 'none' | 'queued' | 'sent' | 'delivered' | 'error' | 'unknown' | 'unopened';
  reason: string | null;
  updated_at: string;
}

/** The adverse action as the API shows it. */
export function adverseActionJson(action: AdverseAction): WireObject {
  return {
    id: action.id,
    object: 'adverse_action',
    uri: `/v1/adverse_actions/${action.id}`,
    created_at: action.created_at,
    status: action.status,
    report_id: action.report_id,
    post_notice_scheduled_at: action.post_notice_scheduled_at,
    post_notice_ready_at: action.post_notice_ready_at,
    canceled_at: action.canceled_at,
    delivery: action.delivery,
    adverse_items: action.adverse_items,
    individualized_assessment_engaged: false,
  };
}
