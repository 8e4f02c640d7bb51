import type { Delivery } from './delivery.ts';

const REMEMBERED = 20_000;

/** Remembers deliveries by event, the newest twenty thousand. */
export interface DeliveryLog {
  add(delivery: Delivery): Delivery;
  has(delivery: Delivery): boolean;
  all(): Delivery[];
  ofEvent(eventId: string): Delivery[];
  clear(): void;
}

/** Builds an empty log. */
export function createDeliveryLog(): DeliveryLog {
  const remembered = new Set<Delivery>();
  const all = (): Delivery[] => [...remembered];
  return {
    all,
    add: (delivery) => {
      remembered.add(delivery);
      if (remembered.size > REMEMBERED) dropOldest(remembered);
      return delivery;
    },
    has: (delivery) => remembered.has(delivery),
    ofEvent: (eventId) => all().filter((delivery) => delivery.eventId === eventId),
    clear: () => remembered.clear(),
  };
}

function dropOldest(remembered: Set<Delivery>): void {
  for (const delivery of remembered) {
    if (delivery.state === 'waiting' || delivery.state === 'held') continue;
    remembered.delete(delivery);
    return;
  }
}
