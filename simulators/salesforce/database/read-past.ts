import { setupObjects } from '../metadata/standard-objects/setup-objects.ts';
import type { Store } from './store.ts';

/** How old the state is that queries answer from: so many real milliseconds, or without so many of the newest commits. */
export interface Lag {
  milliseconds: number;
  commits: number;
}

/** Who may do what never lags. */
const SETUP = new Set(setupObjects().map(({ name }) => name));

/** Runs `read` on the rows as they were; without a lag, as they are. Nothing of it is left behind. */
export function readPast<T>(store: Store, lag: Lag | undefined, read: () => T): T {
  const { milliseconds = 0, commits = 0 } = lag ?? {};
  if (milliseconds === 0 && commits === 0) return read();
  const since = Date.now() - milliseconds;
  const restore = store.rewind({
    isTooNew: ({ at }, age) => age <= commits || (milliseconds > 0 && at >= since),
    lags: (object) => !SETUP.has(object),
  });
  try {
    return read();
  } finally {
    restore();
  }
}
