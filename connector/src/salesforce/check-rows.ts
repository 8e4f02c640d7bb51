import type { CheckChange } from '../domain/check.ts';
import type { CheckEvent } from '../domain/check-event.ts';
import type { Screening } from '../domain/screening.ts';
import { CHECK, CHECK_FIELDS, EVENT_FIELDS, PACKAGE_SLUG, SCREENING_FIELDS } from './names.ts';

/** Longest text of the fields that take 255 characters; the help field takes more. */
const TEXT_LENGTH = 255;

type Row = Record<string, unknown>;

/** A change as fields of `Background_Check__c`. */
export function rowFromChange({ packageSlug, ...change }: CheckChange): Row {
  const row: Row = packageSlug ? { Package__r: { [PACKAGE_SLUG]: packageSlug } } : {};
  for (const [key, value] of entriesOf(change)) {
    row[CHECK_FIELDS[key]] = key.startsWith('error') && key !== 'errorHelp' ? fitted(value) : value;
  }
  return row;
}

/** A screening as fields of `Background_Check_Screening__c`. */
export function rowFromScreening(checkId: string, { flags, ...screening }: Screening): Row {
  const row: Row = { [CHECK]: checkId, [SCREENING_FIELDS.flags]: fitted(flags.join(';')) };
  for (const [key, value] of entriesOf(screening))
    row[SCREENING_FIELDS[key]] = key === 'summary' ? fitted(value) : value;
  return row;
}

/** An event as fields of `Background_Check_Event__c`. */
export function rowFromEvent(event: CheckEvent): Row {
  return Object.fromEntries(
    entriesOf(event).map(([key, value]) => [EVENT_FIELDS[key], key === 'reason' ? fitted(value) : value]),
  );
}

/** The keys of a value built here are those of its type. */
function entriesOf<T extends object>(value: T): [keyof T & string, unknown][] {
  return Object.entries(value) as [keyof T & string, unknown][];
}

function fitted(value: unknown): unknown {
  return typeof value === 'string' && value.length > TEXT_LENGTH ? `${value.slice(0, TEXT_LENGTH - 1)}…` : value;
}
