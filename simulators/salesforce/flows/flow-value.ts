import { kindOfField } from '../formulas/formula-value.ts';
import type { TypedValue } from '../formula-model.ts';
import type { FieldType, FieldValue, SObject } from '../model.ts';
import { FlowFault } from './flow-fault.ts';

/** A record in a flow; `row` is null when none was found. `assigned` are the fields the flow gave a value. */
export interface FlowRecord {
  object: string;
  row: SObject | null;
  assigned: Set<string>;
}

/** What a reference in a flow stands for; `outputs` is what a subflow gave back. */
export type FlowValue =
  | { kind: 'single'; type: FieldType; value: FieldValue }
  | { kind: 'record'; record: FlowRecord }
  | { kind: 'collection'; items: FlowValue[] }
  | { kind: 'outputs'; values: ReadonlyMap<string, FlowValue> };

/** A plain value. */
export function single(type: FieldType, value: FieldValue): FlowValue {
  return { kind: 'single', type, value };
}

/** A record nobody changed yet. */
export function recordOf(object: string, row: Readonly<SObject> | null): FlowRecord {
  return { object, row: row as SObject | null, assigned: new Set() };
}

/** The plain value. @throws FlowFault when it is a record or a collection. */
export function asSingle(value: FlowValue, reference: string): TypedValue {
  if (value.kind === 'single') return value;
  throw new FlowFault(`${reference} is a ${value.kind}, not a single value`);
}

/** The value as a field or variable of `type` keeps it. @throws FlowFault when the types do not go together. */
export function convert({ type: from, value }: TypedValue, type: FieldType, target: string): FieldValue {
  const [given, wanted] = [kindOfField(from), kindOfField(type)];
  if (wanted === 'checkbox' && value === null) return false;
  if (value === null) return null;
  if (given === wanted || (isWord(given) && isWord(wanted))) return value;
  if (value === '') return null;
  if (given === 'datetime' && wanted === 'date') return String(value).slice(0, 10);
  if (given === 'date' && wanted === 'datetime') return `${String(value)}T00:00:00.000Z`;
  throw new FlowFault(`${target}: a value of type ${from} does not fit type ${type}`);
}

/** How a value reads inside a text: as the platform shows it to a user in the United States, in UTC. */
export function textOfValue({ type, value }: TypedValue): string {
  if (value === null) return '';
  const format = { Date: { dateStyle: 'short' }, DateTime: { dateStyle: 'short', timeStyle: 'short' } } as const;
  if (type !== 'Date' && type !== 'DateTime') return String(value);
  return new Intl.DateTimeFormat('en-US', { ...format[type], timeZone: 'UTC' }).format(new Date(String(value)));
}

function isWord(kind: string): boolean {
  return kind === 'text' || kind === 'picklist';
}
