/** When a call may go that gathers what others ask for meanwhile. */
export interface Pace {
  /** Somebody asked for something. */
  asked(): void;
  /** Calls back once: after a moment while there is little to do, else after a while. */
  next(call: () => void): void;
  /** The one that waits goes now. */
  hurry(): void;
}

interface PaceOptions {
  /** What is asked for within so many milliseconds goes together, however quiet it is. */
  momentMs: number;
  /** How long a call waits to fill when much is asked for. */
  whileMs: number;
  /** From so many questions a second on, waiting pays. */
  busyPerSecond: number;
  /** So many calls may go after a moment only; a `whileMs` of rest saves one up again. */
  savedCalls: number;
}

/** Lets a lone call go at once; when it is busy, or has long been so, calls get time to fill. */
export function createPace({ momentMs, whileMs, busyPerSecond, savedCalls }: PaceOptions): Pace {
  let saved = savedCalls;
  let perSecond = 0;
  let countedAt = performance.now();
  let waiting: { call: () => void; timer: NodeJS.Timeout } | undefined;

  /** What was saved grows with time, what was asked for fades within about a second. */
  function count(): void {
    const passedMs = performance.now() - countedAt;
    countedAt += passedMs;
    saved = Math.min(savedCalls, saved + passedMs / whileMs);
    perSecond *= Math.exp(-passedMs / 1000);
  }

  function go(): void {
    const { call, timer } = waiting ?? {};
    clearTimeout(timer);
    waiting = undefined;
    call?.();
  }

  return {
    asked() {
      count();
      perSecond += 1;
    },
    next(call) {
      count();
      const isQuiet = saved >= 1 && perSecond < busyPerSecond;
      saved = Math.max(saved - 1, 0);
      waiting = { call, timer: setTimeout(go, isQuiet ? momentMs : whileMs) };
    },
    hurry: go,
  };
}
