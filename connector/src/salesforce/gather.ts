import DataLoader from 'dataloader';
import { createPace } from './pace.ts';

/** A call that carries so many is cheap enough not to wait for more. */
const FULL = 70;
const PACE = { momentMs: 3, whileMs: 1500, busyPerSecond: 20, savedCalls: 200 };

/**
 * Gathers what concurrent jobs ask for into few calls; nothing is remembered between calls.
 * `together` gives for each item, in order, its result, or the error its asker shall get.
 */
export function gather<Item, Result>(
  together: (items: readonly Item[]) => Promise<(Result | Error)[]>,
): (item: Item) => Promise<Result> {
  const pace = createPace(PACE);
  let waiting = 0;
  const loader = new DataLoader<Item, Result>(
    (items) => {
      waiting = 0;
      return together(items);
    },
    { cache: false, maxBatchSize: FULL, batchScheduleFn: (call) => pace.next(call) },
  );
  return (item) => {
    pace.asked();
    const result = loader.load(item);
    waiting += 1;
    if (waiting >= FULL) pace.hurry();
    return result;
  };
}
