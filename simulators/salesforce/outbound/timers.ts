/** Time as the sender sees it. */
export interface Timers {
  /** Unix time in milliseconds. */
  now(): number;
  /** Runs `work` after so many milliseconds; gives what cancels it. */
  after(milliseconds: number, work: () => void): () => void;
}

/** Real time. Its timers do not keep the process alive. */
export function createRealTimers(): Timers {
  return {
    now: () => Date.now(),
    after(milliseconds, work) {
      const timer = setTimeout(work, milliseconds);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
