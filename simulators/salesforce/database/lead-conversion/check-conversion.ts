import type { SObject } from '../../model.ts';
import type { UserAccess } from '../../org-model.ts';
import type { Transaction } from '../../save-model.ts';
import { refuseRow } from '../row-refusal.ts';
import type { LeadConversion } from './conversion.ts';

/** Whose rights decide about a conversion. */
export interface ConversionRights {
  access: UserAccess;
  mayConvert: boolean;
  /** Require Validation for Converted Leads. */
  isValidated: boolean;
}

/** The statuses that mean converted. */
const CONVERTED_STATUSES = ['Closed - Converted'];

/** @throws RowRefusal when the lead cannot be converted like this, or not by this user. */
export function checkConversion(
  transaction: Transaction,
  conversion: LeadConversion,
  { access, mayConvert, isValidated }: ConversionRights,
): SObject {
  const lead = existing(transaction, access, { object: 'Lead', id: conversion.leadId });
  if (!mayConvert || !access.canEditRow('Lead', lead)) {
    throw refuseRow('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
  if (lead['IsConverted'] === true) throw refuseRow('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
  if (!CONVERTED_STATUSES.includes(conversion.convertedStatus)) {
    throw refuseRow('INVALID_STATUS', `invalid convertedStatus: ${conversion.convertedStatus}`, ['ConvertedStatus']);
  }
  if (!conversion.doNotCreateOpportunity) {
    throw refuseRow('INVALID_INPUT', 'this simulated org has no opportunities; set doNotCreateOpportunity');
  }
  if (!isValidated) {
    const message =
      'this simulated org converts leads only with flows and rules; switch Require Validation for Converted Leads on';
    throw refuseRow('INVALID_INPUT', message);
  }
  if (conversion.contactId && !conversion.accountId) {
    throw refuseRow('REQUIRED_FIELD_MISSING', 'an existing contact needs the account it belongs to', ['accountId']);
  }
  checkOwner(transaction, conversion.ownerId ?? String(lead['OwnerId']));
  return lead;
}

/** A row the user may see. @throws RowRefusal */
export function existing(
  transaction: Transaction,
  access: UserAccess,
  { object, id }: { object: string; id: string },
): SObject {
  const row = transaction.read(object, id);
  if (row && access.canReadRow(object, row)) return row;
  throw refuseRow('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
}

function checkOwner(transaction: Transaction, id: string): void {
  if (transaction.read('User', id)) return;
  const message =
    'Converted objects can only be owned by users. If the lead is not owned by a user, you must specify a user for the Owner field.';
  throw refuseRow('UNKNOWN_EXCEPTION', message, ['OwnerId']);
}
