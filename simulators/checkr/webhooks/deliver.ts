import type { Timeline } from '../time/timeline.ts';
import { createLane } from './create-lane.ts';
import type { Attempt, Delivery } from './delivery.ts';
import { postWebhook } from './post-webhook.ts';
import { RETRY_DELAYS_SECONDS } from './retry-delays.ts';

const AT_A_TIME = 50;

interface Means {
  timeline: Timeline;
  apiKey: string;
  closing: AbortSignal;
  isRemembered: (delivery: Delivery) => boolean;
}

/** Builds the function that posts a delivery until it is taken, on Checkr's schedule, or given up. */
export function createDeliver(means: Means): (delivery: Delivery) => void {
  const inLane = createLane(AT_A_TIME);
  const deliver = (delivery: Delivery): void => {
    delivery.state = 'waiting';
    inLane(async () => {
      const waitSeconds = await attempt(means, delivery);
      if (waitSeconds !== null) means.timeline.after(waitSeconds, () => deliver(delivery));
    });
  };
  return deliver;
}

/** @returns simulated seconds until the next try; null when there is to be none. */
async function attempt(means: Means, delivery: Delivery): Promise<number | null> {
  if (means.closing.aborted || !means.isRemembered(delivery)) return null;
  if (delivery.webhook.deleted_at) {
    delivery.state = 'abandoned';
    return null;
  }
  const result = await post(means, delivery);
  delivery.attempts.push(result);
  const waitSeconds = RETRY_DELAYS_SECONDS[delivery.attempts.length - 1] ?? null;
  const isTaken = result.status !== null && result.status >= 200 && result.status < 300;
  if (isTaken) delivery.state = 'delivered';
  else if (waitSeconds === null) delivery.state = 'failed';
  return isTaken || means.closing.aborted ? null : waitSeconds;
}

async function post({ timeline, apiKey, closing }: Means, { webhook, body }: Delivery): Promise<Attempt> {
  const at = timeline.stamp();
  const startedMs = performance.now();
  const outcome = await postWebhook({ url: webhook.webhook_url, body, apiKey, closing }).then(
    (status) => ({ status, error: null }),
    (error: Error) => ({ status: null, error: error.cause instanceof Error ? error.cause.message : error.message }),
  );
  return { at, ...outcome, duration_ms: Math.round(performance.now() - startedMs) };
}
