import type { FieldDefinition, FieldValue, ObjectDefinition } from '../../model.ts';
import type { Org } from '../../org-model.ts';
import { lookupNamed } from '../ui-api/field-selection.ts';

/** A `where` argument: conditions by field, parents by relationship, and, or, not. */
export type Filter = Record<string, unknown>;

const OPERATORS: Record<string, string> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  like: 'LIKE',
  in: 'IN',
  nin: 'NOT IN',
};

type Place = { org: Org; object: ObjectDefinition; prefix: string };

/** The condition in SOQL; undefined when the filter is empty. */
export function soqlCondition(place: Place, filter: Filter): string | undefined {
  const parts = Object.entries(filter).flatMap(([name, condition]) => partsOf(place, name, condition));
  return parts.length > 1 ? parts.join(' AND ') : parts[0];
}

function partsOf(place: Place, name: string, condition: unknown): string[] {
  if (condition === null || condition === undefined) return [];
  if (name === 'and' || name === 'or') return joined(place, name.toUpperCase(), condition as Filter[]);
  if (name === 'not') return bracketed(soqlCondition(place, condition as Filter)).map((part) => `(NOT ${part})`);
  const field = place.object.fields.get(name);
  if (field) return comparisons(`${place.prefix}${name}`, field, condition as Filter);
  const lookup = lookupNamed(place.object, name);
  const parent = place.org.objectDefinition(lookup?.referenceTo ?? name);
  return bracketed(soqlCondition({ ...place, object: parent, prefix: `${place.prefix}${name}.` }, condition as Filter));
}

function joined(place: Place, word: string, filters: Filter[]): string[] {
  const parts = filters.flatMap((filter) => bracketed(soqlCondition(place, filter)));
  return parts.length === 0 ? [] : [`(${parts.join(` ${word} `)})`];
}

function bracketed(condition: string | undefined): string[] {
  return condition === undefined ? [] : [`(${condition})`];
}

function comparisons(column: string, field: FieldDefinition, operators: Filter): string[] {
  return Object.entries(operators)
    .filter(([, operand]) => operand !== undefined)
    .map(([operator, operand]) => `${column} ${OPERATORS[operator]} ${soqlOperand(field, operand)}`);
}

function soqlOperand(field: FieldDefinition, operand: unknown): string {
  if (Array.isArray(operand)) return `(${operand.map((each) => soqlOperand(field, each)).join(', ')})`;
  if (operand !== null && typeof operand === 'object') {
    const { value, literal } = operand as { value?: FieldValue; literal?: string };
    return literal ?? soqlOperand(field, value ?? null);
  }
  return soqlLiteral(field, operand as FieldValue);
}

function soqlLiteral(field: FieldDefinition, value: FieldValue): string {
  const isBare = value === null || typeof value !== 'string' || field.type === 'Date' || field.type === 'DateTime';
  return isBare ? String(value) : `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}
