import { malformedQuery } from './soql-errors.ts';

/** Days from `start` up to, not including, `end`. */
export interface DateRange {
  start: Date;
  end: Date;
}

const KNOWN = [
  'TODAY',
  'YESTERDAY',
  'TOMORROW',
  'THIS_MONTH',
  'LAST_MONTH',
  'NEXT_MONTH',
  'THIS_YEAR',
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
];
const KNOWN_N = ['LAST_N_DAYS', 'NEXT_N_DAYS', 'N_DAYS_AGO'];

/** The range a date literal means, in UTC. @throws ApiError `MALFORMED_QUERY` for one this org does not know. */
export function dateRange(literal: string, now: Date): DateRange {
  const [name = '', n = '0'] = literal.toUpperCase().split(':');
  const count = Number(n);
  switch (name) {
    case 'TODAY':
      return days(now, 0, 1);
    case 'YESTERDAY':
      return days(now, -1, 1);
    case 'TOMORROW':
      return days(now, 1, 1);
    case 'LAST_90_DAYS':
      return days(now, -90, 91);
    case 'NEXT_90_DAYS':
      return days(now, 1, 90);
    case 'LAST_N_DAYS':
      return days(now, -count, count + 1);
    case 'NEXT_N_DAYS':
      return days(now, 1, count);
    case 'N_DAYS_AGO':
      return days(now, -count, 1);
    default:
      return longRange(name, now);
  }
}

function longRange(name: string, now: Date): DateRange {
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth();
  if (name === 'THIS_YEAR') return { start: utc(year, 0), end: utc(year + 1, 0) };
  const offset = { THIS_MONTH: 0, LAST_MONTH: -1, NEXT_MONTH: 1 }[name];
  if (offset !== undefined) return { start: utc(year, month + offset), end: utc(year, month + offset + 1) };
  const known = [...KNOWN, ...KNOWN_N.map((each) => `${each}:n`)].join(', ');
  throw malformedQuery(`date literal ${name} is not known to this simulated org; known are ${known}`);
}

function days(now: Date, offset: number, count: number): DateRange {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + offset];
  return { start: utc(year, month, day), end: utc(year, month, day + count) };
}

function utc(year: number, month: number, day = 1): Date {
  return new Date(Date.UTC(year, month, day));
}
