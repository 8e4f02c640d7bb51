import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import type { FieldDefinition, FieldValue } from '../../model.ts';
import { isIdShaped, toLongId } from '../record-id.ts';
import { convertDateTime } from '../save/convert-time.ts';
import { dateRange, type DateRange } from './date-literals.ts';
import { badFilter } from './soql-errors.ts';

/** The right side of a comparison. */
export type Operand = { value: FieldValue } | { range: DateRange };

const NUMBERS: LiteralType[] = ['INTEGER', 'DECIMAL'];
const DATES: LiteralType[] = ['DATE_LITERAL', 'DATE_N_LITERAL'];
const LITERALS: Partial<Record<FieldDefinition['type'], { types: LiteralType[]; name: string }>> = {
  Checkbox: { types: ['BOOLEAN'], name: 'boolean' },
  Number: { types: NUMBERS, name: 'double' },
  Currency: { types: NUMBERS, name: 'currency' },
  Date: { types: ['DATE', ...DATES], name: 'date' },
  DateTime: { types: ['DATETIME', ...DATES], name: 'dateTime' },
};

/** Reads one literal for a field. @throws ApiError `INVALID_FIELD` when its type is not the field's. */
export function operandFor(
  field: FieldDefinition,
  literal: { text: string; type: LiteralType | undefined },
  now: Date,
): Operand {
  const { text, type } = literal;
  if (type === 'NULL') return { value: null };
  const expected = LITERALS[field.type] ?? { types: ['STRING'] as LiteralType[], name: 'string' };
  if (!type || !expected.types.includes(type)) throw wrongLiteral(field, expected.name);
  if (type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL') return { range: dateRange(text, now) };
  if (type === 'BOOLEAN') return { value: text.toUpperCase() === 'TRUE' };
  if (type === 'STRING') return { value: textOperand(field, unquote(text)) };
  if (type === 'DATETIME') return { value: convertDateTime(text) ?? null };
  return { value: type === 'DATE' ? text : Number(text) };
}

function wrongLiteral({ name }: FieldDefinition, expected: string) {
  const quotes = expected === 'string' ? 'and should be enclosed in quotes' : 'and should not be enclosed in quotes';
  return badFilter(`value of filter criterion for field '${name}' must be of type ${expected} ${quotes}`);
}

function textOperand(field: FieldDefinition, text: string): string | null {
  if (text === '') return null;
  const isId = field.type === 'Id' || field.referenceTo !== undefined;
  if (!isId) return text;
  if (!isIdShaped(text)) throw badFilter(`invalid ID field: ${text}`);
  return toLongId(text.slice(0, 15));
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/gs, (_escape, character: string) => ESCAPES[character] ?? character);
}
