import { kindOfField } from '../formulas/formula-value.ts';
import type { TypedValue } from '../formula-model.ts';
import type { FieldValue, SObject } from '../model.ts';
import type { FieldAssignment } from './flow-criteria.ts';
import type { AssignmentNode } from './flow-nodes.ts';
import { FlowFault } from './flow-fault.ts';
import { asSingle, convert, single, type FlowRecord, type FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';
import { findField } from './record-field.ts';
import { resolveReference, resolveValue } from './resolve-reference.ts';

type AssignmentItem = AssignmentNode['items'][number];

/** Carries out one line of an Assignment element. @throws FlowFault when the value does not fit. */
export function assign(interview: Interview, { target, operator, value }: AssignmentItem): void {
  const given = resolveValue(interview, value);
  if (operator === 'Assign') return setReference(interview, target, given);
  const current = resolveReference(interview, target);
  if (operator === 'AssignCount')
    return setReference(interview, target, single('Number', itemsOf(given, target).length));
  if (current.kind !== 'collection')
    return setReference(interview, target, calculated(operator, [current, given], target));
  const items = (given.kind === 'collection' ? given.items : [given]).map(copied);
  if (operator === 'Subtract') throw new FlowFault(`${target}: Subtract does not work on a collection`);
  setReference(interview, target, {
    kind: 'collection',
    items: operator === 'AddAtStart' ? [...items, ...current.items] : [...current.items, ...items],
  });
}

/** A collection keeps its records as they were when they were added. */
function copied(item: FlowValue): FlowValue {
  if (item.kind !== 'record') return item;
  const { object, row, assigned } = item.record;
  return { kind: 'record', record: { object, row: row && { ...row }, assigned: new Set(assigned) } };
}

/** Gives a variable, or a field of a record variable or of `$Record`, a value. */
export function setReference(interview: Interview, reference: string, given: FlowValue): void {
  const [first = '', ...path] = reference.split('.');
  if (path.length === 0) return setVariable(interview, first, given);
  const owner = resolveReference(interview, first);
  const [field, ...deeper] = path;
  if (owner.kind !== 'record' || field === undefined || deeper.length > 0)
    throw new FlowFault(`${reference} cannot be assigned`);
  setField(interview, owner.record, { field, value: asSingle(given, reference) });
}

/** Gives a record's field a value, as its type keeps it. An empty text clears the field. */
export function setField(
  interview: Interview,
  record: FlowRecord,
  { field, value }: { field: string; value: TypedValue },
): void {
  const definition = findField(interview.transaction.objectDefinition(record.object), field);
  if (record.row === null) throw new FlowFault(`${record.object}.${field}: no record to assign it to`);
  const converted = convert(value, definition.type, `${record.object}.${definition.name}`);
  record.row[definition.name] = converted === '' ? null : converted;
  record.assigned.add(definition.name);
}

/** The row that field assignments of a create or update give. */
export function rowFrom(interview: Interview, object: string, assignments: FieldAssignment[]): SObject {
  const row: SObject = {};
  const record = { object, row, assigned: new Set<string>() };
  for (const { field, value } of assignments) {
    setField(interview, record, { field, value: asSingle(resolveValue(interview, value), field) });
  }
  return row;
}

/** The items of a collection. @throws FlowFault when it is none. */
export function itemsOf(value: FlowValue, reference: string): FlowValue[] {
  if (value.kind === 'collection') return value.items;
  throw new FlowFault(`${reference} is not a collection`);
}

function setVariable(interview: Interview, name: string, given: FlowValue): void {
  const resource = interview.flow.resources.get(name);
  if (resource?.kind !== 'variable' && resource?.kind !== 'recordVariable')
    throw new FlowFault(`${name} cannot be assigned`);
  if (resource.isCollection !== (given.kind === 'collection'))
    throw new FlowFault(`${name}: a ${given.kind} does not fit`);
  if (resource.kind === 'recordVariable' || resource.isCollection) interview.values.set(name, given);
  else interview.values.set(name, single(resource.type, convert(asSingle(given, name), resource.type, name)));
}

function calculated(
  operator: AssignmentItem['operator'],
  [current, given]: [FlowValue, FlowValue],
  target: string,
): FlowValue {
  const [left, right] = [asSingle(current, target), asSingle(given, target)];
  return single(left.type, sum({ left, right, sign: operator === 'Subtract' ? -1 : 1, target }));
}

function sum({
  left,
  right,
  sign,
  target,
}: {
  left: TypedValue;
  right: TypedValue;
  sign: 1 | -1;
  target: string;
}): FieldValue {
  const kind = kindOfField(left.type);
  if (kind === 'number') return Number(left.value ?? 0) + sign * Number(convert(right, 'Number', target) ?? 0);
  if (kind === 'text' && sign === 1) return `${left.value ?? ''}${convert(right, 'Text', target) ?? ''}`;
  if (kind !== 'date' || left.value === null)
    throw new FlowFault(`${target}: only numbers, texts and dates are added to`);
  const day = new Date(`${String(left.value)}T00:00:00.000Z`);
  day.setUTCDate(day.getUTCDate() + sign * Number(convert(right, 'Number', target) ?? 0));
  return day.toISOString().slice(0, 10);
}
