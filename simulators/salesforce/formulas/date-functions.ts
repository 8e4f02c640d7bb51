import type { FormulaValue } from './formula-value.ts';

/** DATEVALUE: the date of a text `2026-11-20` or of a date and time, in GMT. @throws Error when the text is no date. */
export function dateValue([argument]: FormulaValue[]): string | null {
  const text = String(argument?.value ?? '');
  if (text === '') return null;
  const date = argument?.kind === 'text' ? text : text.slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isReal(date)) throw new Error(`DATEVALUE(): "${text}" is not a date`);
  return date;
}

/** DATETIMEVALUE: from a text `2026-11-20 16:00:00`, in GMT, or from a date. @throws Error when the text is neither. */
export function datetimeValue([argument]: FormulaValue[]): string | null {
  const text = String(argument?.value ?? '');
  if (text === '' || argument?.kind === 'datetime') return text || null;
  const [, date = '', time = '00:00:00'] = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}:\d{2})Z?)?$/.exec(text) ?? [];
  const parsed = new Date(`${date}T${time}.000Z`);
  if (Number.isNaN(parsed.getTime()) || !isReal(date))
    throw new Error(`DATETIMEVALUE(): "${text}" is not a date and time`);
  return parsed.toISOString();
}

/** ADDMONTHS: months later; from the last day of a month to the last day of a month, as on the platform. */
export function addMonths([start, months]: FormulaValue[]): string {
  const text = String(start?.value);
  const from = new Date(`${text.slice(0, 10)}T00:00:00.000Z`);
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()];
  const target = month + Math.trunc(Number(months?.value));
  const last = lastDay(year, target);
  const date = new Date(Date.UTC(year, target, day === lastDay(year, month) ? last : Math.min(day, last)));
  return date.toISOString().slice(0, 10) + text.slice(10);
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

function isReal(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
