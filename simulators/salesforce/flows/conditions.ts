import { kindOfField } from '../formulas/formula-value.ts';
import type { TypedValue } from '../formula-model.ts';
import type { FieldValue } from '../model.ts';
import { FlowFault } from './flow-fault.ts';
import type { FlowValue } from './flow-value.ts';

/**
 * Whether a condition of a decision, entry filter or query holds. Blank and empty text are the same; a comparison of size
 * with a blank never holds. `IsChanged` is not decided here.
 */
export function holds(left: FlowValue, operator: string, right: FlowValue): boolean {
  switch (operator) {
    case 'IsNull':
      return isNull(left) === wanted(right);
    case 'IsBlank':
      return (isNull(left) || String(plain(left)).trim() === '') === wanted(right);
    case 'EqualTo':
      return areEqual(left, right);
    case 'NotEqualTo':
      return !areEqual(left, right);
    case 'In':
      return isAmong(left, right);
    case 'NotIn':
      return !isAmong(left, right);
    default:
      return compares(operator, plain(left), plain(right));
  }
}

function compares(operator: string, left: FieldValue, right: FieldValue): boolean {
  if (left === null || right === null) return false;
  switch (operator) {
    case 'GreaterThan':
      return left > right;
    case 'GreaterThanOrEqualTo':
      return left >= right;
    case 'LessThan':
      return left < right;
    case 'LessThanOrEqualTo':
      return left <= right;
    case 'StartsWith':
      return String(left).toLowerCase().startsWith(String(right).toLowerCase());
    case 'EndsWith':
      return String(left).toLowerCase().endsWith(String(right).toLowerCase());
    case 'Contains':
      return String(left).toLowerCase().includes(String(right).toLowerCase());
    default:
      throw new FlowFault(`operator ${operator} is not supported by the simulated org`);
  }
}

function areEqual(left: FlowValue, right: FlowValue): boolean {
  if (left.kind === 'record' || right.kind === 'record') throw new FlowFault('records are compared by their fields');
  if (left.kind === 'single' && right.kind === 'single') return comparable(left, right) === comparable(right, left);
  throw new FlowFault('a collection is not compared with EqualTo');
}

function isAmong(left: FlowValue, right: FlowValue): boolean {
  if (right.kind !== 'collection') throw new FlowFault('In and NotIn need a collection');
  return right.items.some((item) => areEqual(left, item));
}

/** A date beside a date and time counts as its midnight. */
function comparable(one: TypedValue, other: TypedValue): FieldValue {
  const isDateBesideTime = kindOfField(one.type) === 'date' && kindOfField(other.type) === 'datetime';
  if (one.value === '') return null;
  return isDateBesideTime && one.value !== null ? `${String(one.value)}T00:00:00.000Z` : one.value;
}

function isNull(value: FlowValue): boolean {
  if (value.kind === 'record') return value.record.row === null;
  if (value.kind === 'outputs') throw new FlowFault('what a subflow gave back is compared one by one');
  return value.kind === 'collection' ? value.items.length === 0 : value.value === null;
}

function wanted(right: FlowValue): boolean {
  return plain(right) === true;
}

function plain(value: FlowValue): FieldValue {
  if (value.kind === 'single') return value.value === '' ? null : value.value;
  throw new FlowFault(`a ${value.kind} cannot be compared`);
}
