import { randomInt } from 'node:crypto';
import type { Timeline } from '../time/timeline.ts';
import { createDeliver } from './deliver.ts';
import { createDelivery } from './delivery.ts';
import type { Delivery, Letter } from './delivery.ts';
import { createDeliveryLog } from './delivery-log.ts';

const SHUFFLE_SECONDS = 60;

/** How new events leave: as they should, twice each, kept back, within a minute in any order, or not at all. */
export const COURIER_MODES = ['normal', 'twice', 'hold', 'shuffle', 'drop'] as const;

/** Carries events to webhooks, tries again on Checkr's schedule, and can be told to misbehave. */
export interface Courier {
  mode: (typeof COURIER_MODES)[number];
  send(letter: Letter): void;
  /** Sends an event once more, to every webhook it went to. @returns how many deliveries that makes. */
  resend(eventId: string): number;
  /** Sends what was held. @returns how many deliveries that makes. */
  release(): number;
  /** All deliveries that are still remembered, the oldest first. */
  deliveries(): Delivery[];
  /** Forgets all deliveries and misbehaves no more. */
  clear(): void;
  close(): void;
}

/** Builds the courier; events are signed with `apiKey`. */
export function createCourier({ timeline, apiKey }: { timeline: Timeline; apiKey: string }): Courier {
  const log = createDeliveryLog();
  const closing = new AbortController();
  const deliver = createDeliver({ timeline, apiKey, closing: closing.signal, isRemembered: log.has });
  const leave: Record<Courier['mode'], (delivery: Delivery) => void> = {
    normal: deliver,
    twice: (delivery) => [delivery, log.add(createDelivery(delivery))].forEach(deliver),
    hold: (delivery) => (delivery.state = 'held'),
    shuffle: (delivery) => timeline.after(randomInt(SHUFFLE_SECONDS), () => deliver(delivery)),
    drop: (delivery) => (delivery.state = 'dropped'),
  };
  const courier: Courier = {
    mode: 'normal',
    send: (letter) => leave[courier.mode](log.add(createDelivery(letter))),
    resend: (eventId) => {
      const perWebhook = new Map(log.ofEvent(eventId).map((delivery) => [delivery.webhook.id, delivery]));
      for (const delivery of perWebhook.values()) deliver(log.add(createDelivery(delivery)));
      return perWebhook.size;
    },
    release: () => {
      const held = log.all().filter((delivery) => delivery.state === 'held');
      held.forEach(deliver);
      return held.length;
    },
    deliveries: log.all,
    clear: () => {
      log.clear();
      courier.mode = 'normal';
    },
    close: () => closing.abort(),
  };
  return courier;
}
