/** Where the simulator takes time from: replaceable, so that a test can move it by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `run` once after `delayMs`; the answer calls it off. */
  schedule(delayMs: number, run: () => void): () => void;
}

/** The wall clock and Node's timers. */
export function createWallClock(): Clock {
  return {
    now: () => Date.now(),
    schedule: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  };
}
