import type { TypedValue } from '../formula-model.ts';
import type { SObject } from '../model.ts';
import type { Transaction } from '../save-model.ts';
import { FlowFault } from './flow-fault.ts';
import { readField } from './record-field.ts';
import type { FlowServices } from './services.ts';

/** `$User.…`, `$Permission.…`, `$Label.…`, `$Organization.…`, `$GlobalConstant.…`. @throws FlowFault naming an unknown one. */
export function globalValue(reference: string, transaction: Transaction, services: FlowServices): TypedValue {
  const [first = '', ...path] = reference.split('.');
  const name = path.join('.');
  switch (first) {
    case '$User':
      return readField(transaction, { object: 'User', row: userRow(transaction) }, path);
    case '$Permission':
      return { type: 'Checkbox', value: transaction.hasCustomPermission(name) };
    case '$Label':
      return { type: 'Text', value: services.label(name) ?? unknown(reference) };
    case '$Organization':
      return readField(transaction, { object: 'Organization', row: organizationRow(transaction) }, path);
    case '$GlobalConstant':
      return constant(reference, name);
    default:
      return unknown(reference);
  }
}

function organizationRow(transaction: Transaction): SObject | null {
  return transaction.find('Organization', () => true)[0] ?? null;
}

function userRow(transaction: Transaction): SObject {
  const { id, username, name, email } = transaction.user;
  return transaction.read('User', id) ?? { Id: id, Username: username, Name: name, Email: email };
}

function constant(reference: string, name: string): TypedValue {
  if (name === 'EmptyString') return { type: 'Text', value: '' };
  if (name === 'True' || name === 'False') return { type: 'Checkbox', value: name === 'True' };
  return unknown(reference);
}

function unknown(reference: string): never {
  throw new FlowFault(`${reference} is not known to the simulated org`);
}
