import type { Timers } from './timers.ts';

const SECOND_MS = 1000;
const FIRST_GAP_MS = 30 * SECOND_MS;
const LONGEST_GAP_MS = 2 * 3600 * SECOND_MS;
const GIVE_UP_AFTER_MS = 24 * 3600 * SECOND_MS;
/** Notifications this close together travel together; not scaled. */
const GATHER_MS = 20;

/** One notification on its way; the id stays the same however often it is sent. */
export interface Notification {
  id: string;
  /** `Object.Message` */
  message: string;
  recordId: string;
  attempts: number;
  queuedAt: string;
  nextAttemptAt: string | null;
  lastError: string | null;
}

interface Entry extends Pick<Notification, 'id' | 'message' | 'recordId' | 'attempts' | 'lastError'> {
  queuedAt: number;
  dueAt: number;
  isOnTheWay: boolean;
}

interface QueueOptions {
  timeScale: number;
  timers: Timers;
  /** Is given everything due at one moment, oldest first; `settle` must follow for each. */
  deliver(due: Notification[]): void;
}

/** Keeps notifications until they are acknowledged: retries after 30 s, 1 min, 2 min … 2 h, gives up after 24 h. */
export function createNotificationQueue({ timeScale, timers, deliver }: QueueOptions) {
  const entries = new Map<string, Entry>();
  const failed = new Map<string, Entry>();
  let cancel = (): void => undefined;
  let nextRunAt = Infinity;
  let isClosed = false;

  function schedule(): void {
    cancel();
    nextRunAt = Math.min(...[...entries.values()].filter((entry) => !entry.isOnTheWay).map((entry) => entry.dueAt));
    if (!isClosed && nextRunAt !== Infinity) cancel = timers.after(Math.max(0, nextRunAt - timers.now()), run);
  }

  function run(): void {
    const until = timers.now() + GATHER_MS;
    const due = [...entries.values()].filter((entry) => !entry.isOnTheWay && entry.dueAt <= until);
    for (const entry of due) {
      entry.isOnTheWay = true;
      entry.attempts += 1;
    }
    if (due.length > 0) deliver(due.map(toNotification));
    schedule();
  }

  function fail(entry: Entry, reason: string): void {
    const gap = Math.min(FIRST_GAP_MS * 2 ** (entry.attempts - 1), LONGEST_GAP_MS) / timeScale;
    Object.assign(entry, { isOnTheWay: false, lastError: reason, dueAt: timers.now() + gap });
    if (entry.dueAt <= entry.queuedAt + GIVE_UP_AFTER_MS / timeScale) return;
    entries.delete(entry.id);
    failed.set(entry.id, entry);
  }

  return {
    add(given: Pick<Notification, 'id' | 'message' | 'recordId'>, delayMs = 0): void {
      const now = timers.now();
      const dueAt = now + Math.max(GATHER_MS, delayMs);
      entries.set(given.id, { ...given, attempts: 0, lastError: null, queuedAt: now, dueAt, isOnTheWay: false });
      if (dueAt < nextRunAt) schedule();
    },
    /** What became of notifications that were delivered together: acknowledged, or why not. */
    settle(notifications: Notification[], failure: string | undefined): void {
      for (const { id } of notifications) {
        const entry = entries.get(id);
        if (failure === undefined) entries.delete(id);
        else if (entry) fail(entry, failure);
      }
      schedule();
    },
    pending: () => [...entries.values()].map(toNotification),
    failed: () => [...failed.values()].map(toNotification),
    /** Sends one again now, also one that was given up; whether it is known. */
    retry(id: string): boolean {
      const entry = entries.get(id) ?? failed.get(id);
      if (!entry) return false;
      if (failed.delete(id)) entries.set(id, Object.assign(entry, { queuedAt: timers.now(), attempts: 0 }));
      entry.dueAt = timers.now();
      schedule();
      return true;
    },
    /** Forgets one; whether it was known. */
    remove(id: string): boolean {
      const isKnown = entries.delete(id) || failed.delete(id);
      schedule();
      return isKnown;
    },
    retryNow(): void {
      for (const entry of failed.values()) entries.set(entry.id, { ...entry, queuedAt: timers.now(), attempts: 0 });
      failed.clear();
      for (const entry of entries.values()) entry.dueAt = timers.now();
      schedule();
    },
    clear(): void {
      entries.clear();
      failed.clear();
      schedule();
    },
    close(): void {
      isClosed = true;
      cancel();
    },
  };
}

function toNotification({ queuedAt, dueAt, isOnTheWay, ...entry }: Entry): Notification {
  const nextAttemptAt = isOnTheWay ? null : new Date(dueAt).toISOString();
  return { ...entry, queuedAt: new Date(queuedAt).toISOString(), nextAttemptAt };
}
