import { AsyncLocalStorage } from 'node:async_hooks';
import type { Lag } from '../../database/read-past.ts';

/** Tells whether the request being answered reads from an older state. */
export interface LaggingReads {
  during<T>(lag: Lag, work: () => T): T;
  current(): Lag | undefined;
}

/** No request lags until it is told to. */
export function createLaggingReads(): LaggingReads {
  const storage = new AsyncLocalStorage<Lag>();
  return { during: (lag, work) => storage.run(lag, work), current: () => storage.getStore() };
}
