/** When a call may go that gathers what others ask for meanwhile. */
export interface Pace {
  /** Calls back once: after a moment while there is little to do, else when it is its turn. */
  next(call: () => void): void;
  /** The one that waits goes now. */
  hurry(): void;
}

interface PaceOptions {
  /** So many calls may follow one another at once after a quiet time. */
  atOnce: number;
  /** After those, one in this many milliseconds. */
  everyMs: number;
  /** What is asked for within so many milliseconds goes together, however quiet it is. */
  momentMs: number;
}

/** Lets a lone call go at once and, the longer it stays busy, gives calls time to fill. */
export function createPace({ atOnce, everyMs, momentMs }: PaceOptions): Pace {
  let saved = atOnce;
  let countedAt = performance.now();
  let waiting: { call: () => void; timer: NodeJS.Timeout } | undefined;

  function go(): void {
    const { call, timer } = waiting ?? {};
    clearTimeout(timer);
    waiting = undefined;
    call?.();
  }

  return {
    next(call) {
      const now = performance.now();
      saved = Math.min(atOnce, saved + (now - countedAt) / everyMs);
      countedAt = now;
      waiting = { call, timer: setTimeout(go, Math.max(momentMs, (1 - saved) * everyMs)) };
      saved -= 1;
    },
    hurry() {
      saved = Math.max(saved, 0);
      go();
    },
  };
}
