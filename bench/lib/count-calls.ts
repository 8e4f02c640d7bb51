import type { Product } from './product.ts';

/** Calls of one side, by route. */
export type Calls = Record<string, number>;

/** The calls both sides answered while something was done. */
export async function countCalls(
  product: Product,
  work: () => Promise<unknown>,
): Promise<{ org: Calls; checkr: Calls }> {
  const checkrCalls = async () => (await product.checkrControl('GET', '/calls'))['calls'] as Calls;
  const before = { org: await product.orgCalls(), checkr: await checkrCalls() };
  await work();
  return { org: less(await product.orgCalls(), before.org), checkr: less(await checkrCalls(), before.checkr) };
}

/** How many calls, of those whose route begins so. */
export function total(calls: Calls, begin = ''): number {
  return Object.entries(calls).reduce((sum, [route, count]) => sum + (route.startsWith(begin) ? count : 0), 0);
}

function less(after: Calls, before: Calls): Calls {
  const changed = Object.entries(after).map(([route, count]) => [route, count - (before[route] ?? 0)] as const);
  return Object.fromEntries(changed.filter(([, count]) => count > 0));
}
