import type { FormulaScope, TypedValue } from '../formula-model.ts';
import type { SObject } from '../model.ts';
import type { RecordChange, Transaction } from '../save-model.ts';
import { findField, findRelationship } from './field-path.ts';
import { isIdShaped } from './record-id.ts';

type Row = Readonly<SObject>;

/** What formulas of one record see: its fields, parents, `$User`, `$Profile`, `$Organization`, `$Permission`. */
export function createFormulaScope(transaction: Transaction, change: RecordChange): FormulaScope {
  const { object, record, prior, isClone = false } = change;
  return {
    now: transaction.now,
    isNew: prior === null,
    isClone,
    resolve: (reference) => resolve(transaction, { object, row: record }, reference),
    resolvePrior: (reference) => resolve(transaction, { object, row: prior ?? record }, reference),
  };
}

function resolve(transaction: Transaction, from: { object: string; row: Row }, reference: string): TypedValue {
  const parts = reference.split('.');
  const first = parts[0] ?? '';
  if (!first.startsWith('$')) return follow(transaction, from, parts);
  const rest = parts.slice(1);
  if (first === '$Record') return follow(transaction, from, rest);
  if (first === '$Permission') return { type: 'Checkbox', value: transaction.hasCustomPermission(rest.join('.')) };
  return follow(transaction, globalRow(transaction, first), rest);
}

function globalRow(transaction: Transaction, name: string): { object: string; row: Row | null } {
  const user = transaction.read('User', transaction.user.id);
  if (name === '$User') return { object: 'User', row: user };
  if (name === '$Profile') return { object: 'Profile', row: transaction.read('Profile', String(user?.['ProfileId'])) };
  if (name === '$Organization')
    return { object: 'Organization', row: transaction.find('Organization', () => true)[0] ?? null };
  throw new Error(`${name} is not known to this org; formulas may use $User, $Profile, $Organization, $Permission`);
}

function follow(transaction: Transaction, from: { object: string; row: Row | null }, parts: string[]): TypedValue {
  let { object, row } = from;
  for (const part of parts.slice(0, -1)) {
    const lookup = findRelationship(transaction.objectDefinition(object), part);
    if (!lookup?.referenceTo) throw new Error(`${object} has no relationship ${part}`);
    const id = row?.[lookup.name];
    object = lookup.referenceTo;
    row = typeof id === 'string' && isIdShaped(id) ? transaction.read(object, id) : null;
  }
  const name = parts.at(-1) ?? '';
  const field = findField(transaction.objectDefinition(object), name);
  if (!field) throw new Error(`${object} has no field ${name}`);
  return { type: field.type, value: row?.[field.name] ?? null };
}
