import type { FieldDefinition, FieldValue } from '../../model.ts';
import { isIdShaped, toLongId } from '../record-id.ts';
import { refuseRow, type RowRefusal } from '../row-refusal.ts';
import { convertNumber } from './convert-number.ts';
import { convertDate, convertDateTime } from './convert-time.ts';

const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@.<>(),;:"[\]\\]+(\.[^\s@.<>(),;:"[\]\\]+)+$/;

/**
 * A value as the field stores it: texts trimmed, numbers rounded, moments in whole seconds, ids with 18 characters.
 * @throws RowRefusal when the value does not fit the field's type.
 */
export function convertValue(field: FieldDefinition, value: unknown): FieldValue {
  if (field.type === 'Checkbox') return convertCheckbox(field, value);
  if (value === null || value === undefined || value === '') return null;
  if (field.type === 'Number' || field.type === 'Currency') {
    if (typeof value !== 'number') throw wrongType(field, value);
    return convertNumber(field, value);
  }
  if (typeof value !== 'string') throw wrongType(field, value);
  return convertText(field, value);
}

function convertCheckbox(field: FieldDefinition, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === 'boolean') return value;
  throw wrongType(field, value);
}

function convertText(field: FieldDefinition, text: string): FieldValue {
  switch (field.type) {
    case 'Date':
      return convertDate(text) ?? throwing(wrongType(field, text));
    case 'DateTime':
      return convertDateTime(text) ?? throwing(wrongType(field, text));
    case 'Id':
    case 'Lookup':
    case 'MasterDetail':
      if (!isIdShaped(text))
        throw refuseRow('MALFORMED_ID', `${field.label}: id value of incorrect type: ${text}`, [field.name]);
      return toLongId(text.slice(0, 15));
    default:
      return convertPlainText(field, text);
  }
}

function convertPlainText(field: FieldDefinition, written: string): string | null {
  const text = written.trim();
  if (text === '') return null;
  if (field.type === 'Email' && !EMAIL.test(text)) {
    throw refuseRow('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [field.name]);
  }
  const longest = field.type === 'Picklist' ? 255 : field.length;
  if (longest !== undefined && text.length > longest) {
    const message = `${field.label}: data value too large: ${text} (max length=${longest})`;
    throw refuseRow('STRING_TOO_LONG', message, [field.name]);
  }
  return text;
}

function wrongType(field: FieldDefinition, value: unknown): RowRefusal {
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const message = `${field.label}: value not of required type: ${shown}`;
  return refuseRow('INVALID_TYPE_ON_FIELD_IN_RECORD', message, [field.name]);
}

function throwing(error: Error): never {
  throw error;
}
