/** How much is measured: everything, or just enough to see that it works. */
export interface BenchOptions {
  redisUrl: string;
  logFolder: string;
  /** How often each case is repeated. */
  rounds: number;
  /** Seconds a server is loaded in one round. */
  loadSeconds: number;
  /** Seconds of messages while everything behind the doors is down, in one round. */
  outageSeconds: number;
  /** Checks that arrive, and in how many seconds. */
  checks: number;
  arrivalSeconds: number;
  /** Lone events. */
  loneEvents: number;
  /** Jobs waiting in Redis. */
  waitingJobs: number;
  /** Events worked off at least to tell what one costs. */
  growthEvents: number;
}

type Size = Omit<BenchOptions, 'redisUrl' | 'logFolder'>;

export const FULL_SIZE: Size = {
  ...{ rounds: 5, loadSeconds: 2, outageSeconds: 6, checks: 5000, arrivalSeconds: 60 },
  ...{ loneEvents: 60, waitingJobs: 100_000, growthEvents: 400 },
};

export const TINY_SIZE: Size = {
  ...{ rounds: 1, loadSeconds: 1, outageSeconds: 1, checks: 100, arrivalSeconds: 2 },
  ...{ loneEvents: 3, waitingJobs: 500, growthEvents: 20 },
};
