import type { Clock } from './clock.ts';

interface Appointment {
  dueMs: number;
  run: () => void;
}

/** A clock that stands still until `advance` moves it; what falls due on the way runs in order of time. */
export function createManualClock(startMs: number): Clock & { advance(ms: number): void; waiting(): number } {
  let nowMs = startMs;
  const appointments = new Set<Appointment>();
  const nextDue = (untilMs: number): Appointment | undefined =>
    [...appointments].filter((one) => one.dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs)[0];
  return {
    now: () => nowMs,
    waiting: () => appointments.size,
    schedule: (delayMs, run) => {
      const appointment = { dueMs: nowMs + delayMs, run };
      appointments.add(appointment);
      return () => appointments.delete(appointment);
    },
    advance: (ms) => {
      const untilMs = nowMs + ms;
      for (let due = nextDue(untilMs); due; due = nextDue(untilMs)) {
        appointments.delete(due);
        nowMs = Math.max(nowMs, due.dueMs);
        due.run();
      }
      nowMs = untilMs;
    },
  };
}
