import type { Product } from '../harness.ts';

/** What really happened at Checkr, by the type of the event it told: two orders are two `invitation.created`. */
export type Effects = Record<string, number>;

/** Remembers what Checkr told so far; gives what it told since then, an event counted once however often it was sent. */
export async function effectsFromNow(product: Product): Promise<() => Promise<Effects>> {
  const before = new Set((await told(product)).map(({ event_id }) => event_id));
  return async () => {
    const since = (await told(product)).filter(({ event_id }) => !before.has(event_id));
    const types = new Map(since.map(({ event_id, type }) => [event_id, type]));
    return countOf([...types.values()]);
  };
}

/** How often each text occurs. */
export function countOf(texts: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}

async function told(product: Product): Promise<{ event_id: string; type: string }[]> {
  const { deliveries } = await product.checkrControl('GET', '/deliveries');
  return deliveries as { event_id: string; type: string }[];
}
