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
  /** Checks that arrive, and in how many seconds: the ten minutes of a busy account, shortened. */
  checks: number;
  arrivalSeconds: number;
  /** Seconds of arrivals at the pace those ten minutes would really have. */
  unhurriedSeconds: number;
  /** Lone events in one round. */
  loneEvents: number;
  /** Jobs waiting in Redis, and seconds of work on them. */
  waitingJobs: number;
  workSeconds: number;
  /** Records in the org, growing. */
  recordCounts: number[];
  /** Events worked off at each of these counts, and by two workers, in one round. */
  growthEvents: number;
  scaleOutEvents: number;
  /** Messages and jobs whose commands in Redis are counted. */
  countedJobs: number;
}

type Size = Omit<BenchOptions, 'redisUrl' | 'logFolder'>;

export const FULL_SIZE: Size = {
  ...{ rounds: 5, loadSeconds: 1.5, outageSeconds: 3, checks: 5000, arrivalSeconds: 60, unhurriedSeconds: 15 },
  ...{ loneEvents: 12, waitingJobs: 100_000, workSeconds: 2, recordCounts: [100, 1000, 10_000] },
  ...{ growthEvents: 100, scaleOutEvents: 1000, countedJobs: 200 },
};

export const TINY_SIZE: Size = {
  ...{ rounds: 1, loadSeconds: 0.2, outageSeconds: 1, checks: 100, arrivalSeconds: 2, unhurriedSeconds: 1 },
  ...{ loneEvents: 3, waitingJobs: 500, workSeconds: 0.5, recordCounts: [10, 20, 110] },
  ...{ growthEvents: 10, scaleOutEvents: 20, countedJobs: 10 },
};
