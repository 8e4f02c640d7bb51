/** Where the simulator takes time from: replaceable, so that a test can move it by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `run` once after `delayMs`; the answer calls it off. */
  schedule(delayMs: number, run: () => void): () => void;
}

/** Node's timers fire at once when asked to wait longer than this. */
const LONGEST_MS = 2 ** 31 - 1;

/** The wall clock and Node's timers. */
export function createWallClock(): Clock {
  return { now: () => Date.now(), schedule };
}

function schedule(delayMs: number, run: () => void): () => void {
  if (delayMs <= LONGEST_MS) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  }
  let callOff = (): void => undefined;
  const timer = setTimeout(() => (callOff = schedule(delayMs - LONGEST_MS, run)), LONGEST_MS);
  return () => {
    clearTimeout(timer);
    callOff();
  };
}
