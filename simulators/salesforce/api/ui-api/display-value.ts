import type { FieldDefinition, FieldValue } from '../../model.ts';

const LOCALE = 'en-US';
const DATE = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC' });
const DATE_TIME = new Intl.DateTimeFormat(LOCALE, {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** The value as people of the org's locale (en-US, UTC) read it; null where the value itself is what they read. */
export function displayValue(field: FieldDefinition, value: FieldValue): string | null {
  if (value === null) return null;
  if (field.type === 'Picklist') return picklistLabel(field, value);
  if (field.type === 'Date') return DATE.format(new Date(String(value)));
  if (field.type === 'DateTime') return DATE_TIME.format(new Date(String(value)));
  if (field.type === 'Number' || field.type === 'Currency') return numberText(field, Number(value));
  return null;
}

/** The value as the UI API and GraphQL write it: moments as ISO 8601 in UTC with a `Z`. */
export function plainValue(field: FieldDefinition, value: FieldValue): FieldValue {
  if (value === null || field.type !== 'DateTime') return value;
  return new Date(String(value)).toISOString();
}

function picklistLabel(field: FieldDefinition, value: FieldValue): string {
  return field.picklist?.values.find(({ fullName }) => fullName === value)?.label ?? String(value);
}

function numberText(field: FieldDefinition, value: number): string {
  const digits = field.scale ?? 0;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const currency = field.type === 'Currency' ? ({ style: 'currency', currency: 'USD' } as const) : {};
  return value.toLocaleString(LOCALE, { ...format, ...currency });
}
