import { isFailure } from '../domain/failure.ts';
import { CHECK_FIELDS, GUARDED_FIELDS } from './names.ts';

/** A missing right on those fields names them too, but must never pass for "late": results would be lost in silence. */
const VALIDATION_REFUSED = 'salesforce-field-custom-validation-exception';

/** The rule Final_Check_Stays_Final shows its error on the reason it misses; a customer's rule on the status is not meant. */
const REOPEN_REASON = CHECK_FIELDS.reopenReason;

/** The validation rules that guard against outdated writes show their error on the field they compare. */
export function isRefusedByGuard(error: unknown): boolean {
  if (!isFailure(error, 'rejected') || error.code !== VALIDATION_REFUSED) return false;
  return error.fields.some((field) => GUARDED_FIELDS.includes(field));
}

/** The check became final after it was read: to open it needs a reason, which only who reads it again can give. */
export function isRefusedAsFinal(error: unknown): boolean {
  return isFailure(error, 'rejected') && error.code === VALIDATION_REFUSED && error.fields.includes(REOPEN_REASON);
}
