import { isFailure } from '../domain/failure.ts';
import { GUARDED_FIELDS } from './names.ts';

/** A missing right on those fields names them too, but must never pass for "late": results would be lost in silence. */
const VALIDATION_REFUSED = 'salesforce-field-custom-validation-exception';

/** The validation rules that guard against outdated writes show their error on the field they compare. */
export function isRefusedByGuard(error: unknown): boolean {
  if (!isFailure(error, 'rejected') || error.code !== VALIDATION_REFUSED) return false;
  return error.fields.some((field) => GUARDED_FIELDS.includes(field));
}
