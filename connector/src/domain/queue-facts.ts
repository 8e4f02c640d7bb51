/** How one connection's queue stands. */
export interface QueueFacts {
  connection: string;
  counts: { waiting: number; active: number; delayed: number };
  isPaused: boolean;
  /** Age of the job that waits longest; null when none does. */
  oldestWaitingMs: number | null;
}
