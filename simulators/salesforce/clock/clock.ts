/** The org's own time. It follows a source, and can be moved away from it and run at another pace. */
export interface Clock {
  now(): Date;
  /** How many times faster than its source it runs: 60 is an hour per minute. */
  rate(): number;
  /** Moves the clock or changes its pace; work that is due then runs before the next real tick. */
  set(change: ClockChange): void;
  /** Runs `work` after so many milliseconds of the org's time; gives what cancels it. */
  after(milliseconds: number, work: () => void): () => void;
  /** Back to the source, at its pace. */
  reset(): void;
}

/** First `now`, then `advanceMs` is added. */
export interface ClockChange {
  now?: Date | undefined;
  advanceMs?: number | undefined;
  rate?: number | undefined;
}

interface Waiting {
  due: number;
  work: () => void;
  timer: NodeJS.Timeout;
}

/** Longest delay a timer takes. */
const LONGEST_MS = 2 ** 31 - 1;

/** A clock that shows the time of its source until it is set. Its timers do not keep the process alive. */
export function createClock(source: () => Date = () => new Date()): Clock {
  let anchor = { source: source().getTime(), org: source().getTime(), rate: 1 };
  const waiting = new Set<Waiting>();
  const nowMs = () => Math.floor(anchor.org + (source().getTime() - anchor.source) * anchor.rate);

  const startTimer = (due: number, run: () => void) => {
    const realMs = Math.max(0, (due - nowMs()) / anchor.rate);
    return setTimeout(run, Math.min(realMs, LONGEST_MS)).unref();
  };
  const fire = (entry: Waiting) => {
    waiting.delete(entry);
    entry.work();
  };
  const rearm = () => {
    for (const entry of waiting) {
      clearTimeout(entry.timer);
      entry.timer = startTimer(entry.due, () => fire(entry));
    }
  };
  return {
    now: () => new Date(nowMs()),
    rate: () => anchor.rate,
    set({ now, advanceMs = 0, rate = anchor.rate }) {
      anchor = { source: source().getTime(), org: (now?.getTime() ?? nowMs()) + advanceMs, rate };
      rearm();
    },
    after(milliseconds, work) {
      const due = nowMs() + milliseconds;
      const entry: Waiting = { due, work, timer: startTimer(due, () => fire(entry)) };
      waiting.add(entry);
      return () => {
        clearTimeout(entry.timer);
        waiting.delete(entry);
      };
    },
    reset() {
      anchor = { source: source().getTime(), org: source().getTime(), rate: 1 };
      rearm();
    },
  };
}
