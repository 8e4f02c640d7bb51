import type { SObject } from '../../model.ts';
import type { SaveResult, Transaction } from '../../save-model.ts';
import { refuseRow, RowRefusal } from '../row-refusal.ts';
import { convertDate } from '../save/convert-time.ts';
import { checkConversion, existing, type ConversionRights } from './check-conversion.ts';
import type { ConversionResult, LeadConversion } from './conversion.ts';
import { accountValues, contactValues, onlyBlanks } from './conversion-fields.ts';

/**
 * Makes account and contact, then saves the lead as converted with its whole save order, flows included.
 * Lookups that point at the lead stay as they are.
 */
export function convertLead(
  transaction: Transaction,
  conversion: LeadConversion,
  rights: ConversionRights,
): ConversionResult {
  const undo = transaction.savepoint();
  const { leadId } = conversion;
  try {
    return { leadId, ...convert(transaction, conversion, rights), errors: [] };
  } catch (error) {
    undo();
    if (!(error instanceof RowRefusal)) throw error;
    return { leadId, accountId: null, contactId: null, errors: error.errors };
  }
}

function convert(transaction: Transaction, conversion: LeadConversion, rights: ConversionRights) {
  const lead = checkConversion(transaction, conversion, rights);
  const OwnerId = conversion.ownerId ?? lead['OwnerId'] ?? null;
  const become = (object: string, id: string | undefined, values: SObject) =>
    id
      ? fill(transaction, rights, { object, id, values })
      : create(transaction, rights, { object, values: { ...values, OwnerId } });
  const accountId = become('Account', conversion.accountId, accountValues(lead));
  const contactId = become('Contact', conversion.contactId, { ...contactValues(lead), AccountId: accountId });
  if (transaction.read('Contact', contactId)?.['AccountId'] !== accountId) {
    throw refuseRow('INVALID_CROSS_REFERENCE_KEY', 'the contact belongs to another account', ['contactId']);
  }
  const change = {
    Id: lead['Id'] ?? null,
    Status: conversion.convertedStatus,
    IsConverted: true,
    ConvertedDate: convertDate(transaction.now.toISOString().slice(0, 10)) ?? null,
    ConvertedAccountId: accountId,
    ConvertedContactId: contactId,
  };
  savedId(transaction.update('Lead', [change]));
  return { accountId, contactId };
}

function create(
  transaction: Transaction,
  { access }: ConversionRights,
  { object, values }: { object: string; values: SObject },
): string {
  if (access.canCreate(object)) return savedId(transaction.insert(object, [values]));
  throw refuseRow('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be inserted: ${object}`);
}

function fill(
  transaction: Transaction,
  { access }: ConversionRights,
  { object, id, values }: { object: string; id: string; values: SObject },
): string {
  const row = existing(transaction, access, { object, id });
  if (!access.canEditRow(object, row)) {
    throw refuseRow('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
  const missing = onlyBlanks(row, values);
  if (Object.keys(missing).length === 0) return String(row['Id']);
  return savedId(transaction.update(object, [{ ...missing, Id: row['Id'] ?? null }]));
}

function savedId([result]: SaveResult[]): string {
  if (result?.id && result.errors.length === 0) return result.id;
  throw new RowRefusal(result?.errors ?? []);
}
