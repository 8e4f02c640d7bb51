import type { ValidationRule } from '../../model.ts';
import type { RecordChange, SaveError } from '../../save-model.ts';
import type { DatabaseContext } from '../database-context.ts';
import { createFormulaScope } from '../formula-scope.ts';
import { RowRefusal } from '../row-refusal.ts';

/** @throws RowRefusal with the message of every active rule whose condition is true. */
export function checkValidationRules(context: DatabaseContext, change: RecordChange): void {
  const { validationRules } = context.transaction.objectDefinition(change.object);
  const scope = createFormulaScope(context.transaction, change);
  const errors = validationRules
    .filter((rule) => rule.active && context.schema.formula(rule.errorConditionFormula).evaluate(scope) === true)
    .map(toError);
  if (errors.length > 0) throw new RowRefusal(errors);
}

function toError({ errorMessage, errorDisplayField }: ValidationRule): SaveError {
  return {
    statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message: errorMessage,
    fields: errorDisplayField ? [errorDisplayField] : [],
  };
}
