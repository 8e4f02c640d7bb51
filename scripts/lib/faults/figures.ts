import { say } from '../say.ts';

/** What a part of `npm run faults` counted. Parts leave out what they do not count. */
export interface Figures {
  /** Points at which a worker can die, and how often one did. */
  points: number;
  deaths: number;
  /** Schedules of the property test. */
  schedules: number;
  faults: number;
  /** Webhooks and outbound messages that went to the doors. */
  messages: number;
  requests: number;
  /** Orders really made at Checkr. */
  orders: number;
  /** Of one request, the most. */
  ordersPerRequest: number;
  notificationsPerRequest: number;
  recordsRight: number;
  /** Something was made, noted or told twice. */
  duplicates: number;
  /** A record that did not end as it must. */
  losses: number;
}

/** A table of nothing yet. */
export const noFigures: Figures = {
  ...{ points: 0, deaths: 0, schedules: 0, faults: 0, messages: 0, requests: 0, orders: 0 },
  ...{ ordersPerRequest: 0, notificationsPerRequest: 0, recordsRight: 0, duplicates: 0, losses: 0 },
};

/** Both together: counts are added, what is counted per request is the most of both. */
export function together(one: Figures, other: Partial<Figures>): Figures {
  const sum = { ...one };
  for (const key of Object.keys(noFigures) as (keyof Figures)[]) {
    const added = other[key] ?? 0;
    sum[key] = key.endsWith('PerRequest') ? Math.max(one[key], added) : one[key] + added;
  }
  return sum;
}

const LABELS: Record<keyof Figures, string> = {
  points: 'points to die at',
  deaths: 'deaths',
  schedules: 'schedules tried',
  faults: 'faults tried',
  messages: 'messages sent',
  requests: 'requests',
  orders: 'orders made',
  ordersPerRequest: 'orders per request, most',
  notificationsPerRequest: 'notifications per request, most',
  recordsRight: 'records right',
  duplicates: 'duplicates',
  losses: 'losses',
};

/** Prints one line a figure, those that were not counted left out. */
export function sayFigures(figures: Figures): void {
  const zerosToo = new Set(['duplicates', 'losses']);
  for (const [key, label] of Object.entries(LABELS)) {
    const value = figures[key as keyof Figures];
    if (value > 0 || zerosToo.has(key)) say(`${label.padEnd(34)} ${String(value).padStart(7)}`);
  }
}
