import { toLongId } from '../database/record-id.ts';
import type { TypedValue } from '../formula-model.ts';
import type { FieldDefinition, SObject } from '../model.ts';
import { setReference } from './assign.ts';
import { holds } from './conditions.ts';
import { evaluateLogic } from './filter-logic.ts';
import type { Criteria } from './flow-criteria.ts';
import { FlowFault } from './flow-fault.ts';
import type { LookupNode } from './flow-nodes.ts';
import { asSingle, recordOf, single, type FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';
import type { FlowRows } from './services.ts';
import { findField, readField } from './record-field.ts';
import { resolveValue } from './resolve-reference.ts';

/** Carries out a Get Records element. Nothing found: null, or an empty collection. */
export function runLookup(interview: Interview, node: LookupNode): void {
  const rows = sortRows(interview, node, findRows(interview, node.object, node.criteria));
  const limit = node.limit ? Number(asSingle(resolveValue(interview, node.limit), node.name).value) : Infinity;
  const found = rows.slice(0, node.firstOnly ? 1 : limit);
  const { store } = node;
  if (store.to === 'fields') return storeFields(interview, node, found[0]);
  const value = found.map((row): FlowValue => ({ kind: 'record', record: recordOf(node.object, { ...row }) }));
  const result = node.firstOnly ? (value[0] ?? noRecord(node.object)) : { kind: 'collection' as const, items: value };
  if (store.to === 'element') interview.values.set(node.name, result);
  else if (found.length > 0 || node.nullWhenNoneFound) setReference(interview, store.reference, result);
}

interface Filter {
  field: FieldDefinition;
  operator: string;
  right: FlowValue;
}

/** Rows that match filters, in order of creation. Texts are compared as SOQL does: without case, unless the field minds it. */
export function findRows(interview: Interview, object: string, { logic, conditions }: Criteria): SObject[] {
  const { rows } = interview;
  const filters = conditions.map((condition): Filter => {
    const field = findField(rows.objectDefinition(object), condition.left);
    const operator = condition.operator === 'IsChanged' ? notInQuery(condition.left) : condition.operator;
    return { field, operator, right: folded(field, resolveValue(interview, condition.right)) };
  });
  const matches = (row: SObject) =>
    evaluateLogic(logic, filters.length, (index) => filters[index] !== undefined && fits(row, filters[index]));
  const few = candidates(rows, object, narrowingFilters(logic, filters));
  return few ? few.filter(matches) : rows.find(object, matches);
}

function fits(row: SObject, { field, operator, right }: Filter): boolean {
  const blank = field.type === 'Checkbox' ? false : null;
  return holds(folded(field, single(field.type, row[field.name] ?? blank)), operator, right);
}

/** Filters one of which every row has to fit that matches the logic: a single one, or all that ask for one value. */
function narrowingFilters(logic: string, filters: Filter[]): Filter[] {
  const isNeeded = (few: Filter[]) =>
    !/\bnot\b/i.test(logic) &&
    !evaluateLogic(logic, filters.length, (index) => !few.some((filter) => filter === filters[index]));
  const exact = filters.filter(
    ({ field, operator, right }) =>
      operator === 'EqualTo' && right.kind === 'single' && typeof right.value === 'string' && !field.formula,
  );
  const one = exact.find((filter) => isNeeded([filter]));
  if (one) return [one];
  return isNeeded(exact) ? exact : [];
}

/** The rows that fit one of these filters, by an index; undefined when there is none. */
function candidates(rows: FlowRows, object: string, filters: Filter[]): SObject[] | undefined {
  if (filters.length === 0) return undefined;
  const found = new Map<string, SObject>();
  for (const { field, right } of filters) {
    const value = right.kind === 'single' ? String(right.value) : '';
    const few = field.name === 'Id' ? [rows.read(object, value)] : rows.findBy?.(object, field.name, value);
    if (!few) return undefined;
    few.filter((row) => row !== null).forEach((row) => found.set(String(row['Id']), row));
  }
  return [...found.values()].toSorted((one, other) => compare(one['Id'] ?? null, other['Id'] ?? null));
}

function storeFields(interview: Interview, node: LookupNode, row: SObject | undefined): void {
  if (node.store.to !== 'fields' || (!row && !node.nullWhenNoneFound)) return;
  for (const { field, target } of node.store.fields) {
    setReference(
      interview,
      target,
      asValue(readField(interview.rows, { object: node.object, row: row ?? null }, [field])),
    );
  }
}

/** Rows by a field, blanks first; as they are when there is none. */
export function sortRows(
  interview: Interview,
  { object, sort }: Pick<LookupNode, 'object' | 'sort'>,
  rows: SObject[],
): SObject[] {
  if (!sort) return rows;
  const field = findField(interview.rows.objectDefinition(object), sort.field).name;
  const order = sort.descending ? -1 : 1;
  return [...rows].sort((one, other) => order * compare(one[field] ?? null, other[field] ?? null));
}

/** Blanks come first, as in SOQL. */
function compare(one: TypedValue['value'], other: TypedValue['value']): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? -1 : 1;
  return one < other ? -1 : 1;
}

function folded(field: FieldDefinition, value: FlowValue): FlowValue {
  if (value.kind === 'collection') return { kind: 'collection', items: value.items.map((item) => folded(field, item)) };
  if (value.kind !== 'single' || field.caseSensitive || typeof value.value !== 'string') return value;
  const isId = ['Id', 'Lookup', 'MasterDetail'].includes(field.type);
  return single(value.type, isId ? toLongId(value.value) : value.value.toLowerCase());
}

function asValue({ type, value }: TypedValue): FlowValue {
  return single(type, value);
}

function noRecord(object: string): FlowValue {
  return { kind: 'record', record: recordOf(object, null) };
}

function notInQuery(field: string): never {
  throw new FlowFault(`IsChanged on ${field} does not work in a query`);
}
