import { newId } from '../ids.ts';
import type { Webhook } from './webhook.ts';

/** One event on its way to one webhook. */
export interface Delivery {
  id: string;
  eventId: string;
  type: string;
  objectId: string;
  body: string;
  webhook: Webhook;
  state: 'waiting' | 'held' | 'dropped' | 'delivered' | 'failed' | 'abandoned';
  attempts: Attempt[];
}

/** One try at it: the status of the answer, or what went wrong. */
export interface Attempt {
  at: string;
  status: number | null;
  error: string | null;
  duration_ms: number;
}

/** An event written for one webhook. */
export type Letter = Pick<Delivery, 'eventId' | 'type' | 'objectId' | 'body' | 'webhook'>;

/** A delivery nobody has tried yet. */
export function createDelivery(letter: Letter): Delivery {
  return { ...letter, id: newId(), state: 'waiting', attempts: [] };
}

/** The delivery as the control route shows it: no body, hence no personal data. */
export function deliveryJson(delivery: Delivery): Record<string, unknown> {
  return {
    id: delivery.id,
    event_id: delivery.eventId,
    type: delivery.type,
    object_id: delivery.objectId,
    webhook_id: delivery.webhook.id,
    webhook_url: new URL(delivery.webhook.webhook_url).origin,
    state: delivery.state,
    attempts: delivery.attempts,
  };
}
