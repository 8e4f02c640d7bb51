import type { FieldDefinition, FieldValue } from '../model.ts';
import type { QueryRow } from '../org-model.ts';
import { cellOf, NO_VALUE, type TableCell } from '../tables/table-cell.ts';
import type { Aggregate, ReportGrouping } from './report-model.ts';

/** A value to group by: equal keys are one group, keys sort. */
export interface GroupKey extends TableCell {
  key: string;
}

const MONTH = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const DAY = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' });

/** The group of a row. */
export function groupKeyOf(object: string, { field, granularity }: ReportGrouping, row: QueryRow): GroupKey {
  const value = (row[field.name] ?? null) as FieldValue;
  if (value === null) return { key: '', text: NO_VALUE };
  const moment = new Date(String(value));
  const iso = granularity === 'None' ? '' : moment.toISOString();
  if (granularity === 'Day') return { key: iso.slice(0, 10), text: DAY.format(moment) };
  if (granularity === 'Month') return { key: iso.slice(0, 7), text: MONTH.format(moment) };
  if (granularity === 'Year') return { key: iso.slice(0, 4), text: iso.slice(0, 4) };
  const cell = cellOf(object, field, row);
  return { ...cell, key: sortKey(field, value, cell.text) };
}

/** One number of many, blanks left out; null when there is none. */
export function aggregated(aggregate: Aggregate, field: FieldDefinition, rows: QueryRow[]): number | null {
  const numbers = rows.map((row) => row[field.name]).filter((value) => typeof value === 'number');
  if (numbers.length === 0) return null;
  const sum = numbers.reduce((total, each) => total + each, 0);
  const results = {
    Sum: sum,
    Average: sum / numbers.length,
    Maximum: Math.max(...numbers),
    Minimum: Math.min(...numbers),
  };
  return results[aggregate];
}

/** Picklist values stand in the order of their list, numbers by size, all else by its words. */
function sortKey({ picklist, type }: FieldDefinition, value: FieldValue, text: string): string {
  if (picklist)
    return `${String(picklist.values.findIndex(({ fullName }) => fullName === value) + 1).padStart(4, '0')} ${text}`;
  if (type === 'DateTime' || type === 'Date') return String(value);
  return type === 'Number' || type === 'Currency' ? String(value).padStart(20, '0') : text.toLowerCase();
}
