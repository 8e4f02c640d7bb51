import type { FieldDefinition } from '../../model.ts';
import { refuseRow } from '../row-refusal.ts';

/** A number rounded to the field's decimals. @throws RowRefusal when it has too many digits before them. */
export function convertNumber(field: FieldDefinition, value: number): number {
  const { precision = 18, scale = 0 } = field;
  const rounded = Math.sign(value) * Number(`${Math.round(Number(`${Math.abs(value)}e${scale}`))}e-${scale}`);
  if (!Number.isFinite(rounded) || Math.abs(rounded) >= 10 ** (precision - scale)) {
    const message = `${field.label}: value outside of valid range on numeric field: ${value}`;
    throw refuseRow('NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]);
  }
  return rounded === 0 ? 0 : rounded;
}
