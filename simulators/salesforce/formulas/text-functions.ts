import { toLongId } from '../database/record-id.ts';
import type { FieldValue } from '../model.ts';
import type { FormulaValue } from './formula-value.ts';

const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/;

/** RIGHT: the last characters of a text. */
export function right([text, count]: FormulaValue[]): string {
  const length = Math.max(0, Number(count?.value));
  return length === 0 ? '' : textOf(text).slice(-length);
}

/** SUBSTITUTE: every old text replaced by the new one. */
export function substitute([text, old, replacement]: FormulaValue[]): string {
  if (textOf(old) === '') return textOf(text);
  return textOf(text).replaceAll(textOf(old), () => textOf(replacement));
}

/** FIND: position of a text in another, from 1; 0 when it is not there. */
export function find([searched, text, start]: FormulaValue[]): number {
  const from = start ? Number(start.value) : 1;
  return textOf(searched) === '' || from < 1 ? 0 : textOf(text).indexOf(textOf(searched), from - 1) + 1;
}

/** VALUE: the number a text stands for, null for a blank one. @throws Error when it is no number. */
export function value([text]: FormulaValue[]): FieldValue {
  if (textOf(text).trim() === '') return null;
  if (!NUMBER.test(textOf(text))) throw new Error(`VALUE(): "${textOf(text)}" is not a number`);
  return Number(textOf(text));
}

/** ISNUMBER: whether VALUE would understand the text. */
export function isNumber([text]: FormulaValue[]): boolean {
  return NUMBER.test(textOf(text));
}

/** REGEX: whether the whole text matches; Java's and JavaScript's syntax agree for what packages use. */
export function regex([text, pattern]: FormulaValue[]): boolean {
  return new RegExp(`^(?:${textOf(pattern)})$`).test(textOf(text));
}

/** TEXT: numbers without grouping, dates as 2026-11-20, times as 2026-11-20 16:00:00Z, picklists as their value. */
export function text([argument]: FormulaValue[]): string {
  if (argument?.kind !== 'datetime') return textOf(argument);
  return `${textOf(argument).slice(0, 19).replace('T', ' ')}Z`;
}

/** CASESAFEID: the 18-character form of an id. */
export function caseSafeId([id]: FormulaValue[]): string {
  return toLongId(textOf(id));
}

function textOf(argument: FormulaValue | undefined): string {
  return String(argument?.value ?? '');
}
