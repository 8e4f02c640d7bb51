import type { CheckChange } from '../domain/check.ts';
import type { CheckEvent } from '../domain/check-event.ts';
import type { Screening } from '../domain/screening.ts';
import { CHECK, CHECK_FIELDS, EVENT, EVENT_FIELDS, PACKAGE_SLUG, SCREENING, SCREENING_FIELDS } from './names.ts';
import { TEXT_LENGTHS } from './text-lengths.ts';

type Row = Record<string, unknown>;

/** A change as fields of `Background_Check__c`. */
export function rowFromChange({ packageSlug, ...change }: CheckChange): Row {
  const row: Row = packageSlug ? { Package__r: { [PACKAGE_SLUG]: packageSlug } } : {};
  for (const [key, value] of entriesOf(change)) row[CHECK_FIELDS[key]] = value;
  return fitted(CHECK, row);
}

/** A screening as fields of `Background_Check_Screening__c`. */
export function rowFromScreening(checkId: string, { flags, ...screening }: Screening): Row {
  const row: Row = { [CHECK]: checkId, [SCREENING_FIELDS.flags]: flags.join(';') };
  for (const [key, value] of entriesOf(screening)) row[SCREENING_FIELDS[key]] = value;
  return fitted(SCREENING, row);
}

/** An event as fields of `Background_Check_Event__c`. */
export function rowFromEvent(event: CheckEvent): Row {
  return fitted(EVENT, Object.fromEntries(entriesOf(event).map(([key, value]) => [EVENT_FIELDS[key], value])));
}

/** The keys of a value built here are those of its type. */
function entriesOf<T extends object>(value: T): [keyof T & string, unknown][] {
  return Object.entries(value) as [keyof T & string, unknown][];
}

/** The row with words cut to what their fields take. */
function fitted(object: string, row: Row): Row {
  const cut = ([field, value]: [string, unknown]): [string, unknown] => {
    const length = TEXT_LENGTHS[object]?.[field] ?? Infinity;
    return [field, typeof value === 'string' && value.length > length ? `${value.slice(0, length - 1)}…` : value];
  };
  return Object.fromEntries(Object.entries(row).map(cut));
}
