import type { SObject } from '../../model.ts';
import type { ScheduledPath } from '../flow-definition.ts';

/** When a path is due for a row saved at `now`; undefined for one that runs at once, or whose field is blank. */
export function dueTime(timing: ScheduledPath['timing'], row: Readonly<SObject>, now: Date): Date | undefined {
  if (timing.kind === 'async') return undefined;
  const base = timing.field === undefined ? now.toISOString() : row[timing.field];
  if (typeof base !== 'string') return undefined;
  return new Date(monthsLater(new Date(base), timing.months).getTime() + timing.minutes * 60_000);
}

/** The same day of another month, or its last day when the month is shorter. */
function monthsLater(date: Date, months: number): Date {
  const moved = new Date(date);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  if (moved.getUTCDate() !== date.getUTCDate()) moved.setUTCDate(0);
  return moved;
}
