import type { FieldDefinition, FieldValue } from '../../model.ts';
import type { Operand } from './literal-value.ts';
import { badFilter } from './soql-errors.ts';

/** Whether a field's value meets one comparison. */
export type Test = (value: FieldValue) => boolean;

/** The test of `field operator operand`. @throws ApiError `INVALID_FIELD` for an operator the field cannot take. */
export function comparisonTest(field: FieldDefinition, operator: string, operands: Operand[]): Test {
  const [first] = operands;
  if (!first) return () => operator === 'NOT IN';
  if (operator === 'IN') return (value) => operands.some((operand) => equals(field, value, operand));
  if (operator === 'NOT IN') return (value) => !operands.some((operand) => equals(field, value, operand));
  if (operator === '=') return (value) => equals(field, value, first);
  if (operator === '!=') return (value) => !equals(field, value, first);
  if (operator === 'LIKE') return likeTest(field, first);
  return orderTest(field, operator, first);
}

function equals(field: FieldDefinition, value: FieldValue, operand: Operand): boolean {
  if (!('range' in operand)) return fold(field, value) === fold(field, operand.value);
  if (value === null) return false;
  const moment = Date.parse(String(value));
  return moment >= operand.range.start.getTime() && moment < operand.range.end.getTime();
}

/** What a value is compared and sorted by: texts without regard to case, except ids and case-sensitive fields. */
export function fold({ caseSensitive, referenceTo, type }: FieldDefinition, value: FieldValue): FieldValue {
  const isExact = caseSensitive || referenceTo !== undefined || type === 'Id';
  return typeof value === 'string' && !isExact ? value.toLowerCase() : value;
}

function likeTest(field: FieldDefinition, operand: Operand): Test {
  if ('range' in operand || typeof operand.value !== 'string' || field.referenceTo || field.type === 'Id') {
    throw badFilter(`invalid operator on ${field.name}: LIKE is for texts`);
  }
  const pattern = operand.value
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  const expression = new RegExp(`^${pattern}$`, 'is');
  return (value) => typeof value === 'string' && expression.test(value);
}

function orderTest(field: FieldDefinition, operator: string, operand: Operand): Test {
  if (field.type === 'Checkbox' || ('value' in operand && operand.value === null)) {
    throw badFilter(`invalid operator on ${field.name}: ${operator}`);
  }
  const limit = (side: 'start' | 'end') =>
    'range' in operand ? boundary(field, operand.range[side]) : (fold(field, operand.value) ?? '');
  const tests: Record<string, Test> = {
    '<': (value) => below(value ?? '', limit('start')),
    '>=': (value) => !below(value ?? '', limit('start')),
    '<=': (value) => ('range' in operand ? below(value ?? '', limit('end')) : !below(limit('end'), value ?? '')),
    '>': (value) => ('range' in operand ? !below(value ?? '', limit('end')) : below(limit('end'), value ?? '')),
  };
  const test = tests[operator];
  if (!test) throw badFilter(`operator ${operator} is not known to this simulated org`);
  return (value) => value !== null && test(fold(field, value));
}

function boundary({ type }: FieldDefinition, moment: Date): string {
  const iso = moment.toISOString();
  return type === 'Date' ? iso.slice(0, 10) : iso;
}

function below(a: NonNullable<FieldValue>, b: NonNullable<FieldValue>): boolean {
  return a < b;
}
