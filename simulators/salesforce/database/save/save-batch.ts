import type { SObject } from '../../model.ts';
import type { RecordChange, SaveError, SaveResult } from '../../save-model.ts';
import { computedRow } from '../computed-row.ts';
import type { DatabaseContext } from '../database-context.ts';
import { writeHistory } from '../history/write-history.ts';
import { RowRefusal } from '../row-refusal.ts';
import { checkPicklists } from './check-picklists.ts';
import { checkReferences } from './check-references.ts';
import { checkRequired } from './check-required.ts';
import { checkUnique } from './check-unique.ts';
import { checkValidationRules } from './check-validation-rules.ts';
import { stampRow } from './stamp-row.ts';
import { storedRow } from './stored-row.ts';

/** What became of one batch; `mustRerun` when a row failed after it was written, so that the others have to go again. */
export interface BatchOutcome {
  results: SaveResult[];
  mustRerun: boolean;
}

/** One row on its way: still changing, or refused. */
type Step = { change: RecordChange } | { errors: SaveError[]; id: string | null };

/** Takes one batch of at most 200 rows of one object through the save order. */
export function saveBatch(context: DatabaseContext, opens: (() => RecordChange)[]): BatchOutcome {
  let steps = opens.map((open) => attempt(null, () => checkedEarly(context, open())));
  steps = withErrors(steps, (changes) => context.automation.beforeSave(context.transaction, changes));
  steps = steps.map((step) =>
    'change' in step ? attempt(step.change.record, () => written(context, step.change)) : step,
  );
  const refused = steps.filter((step) => 'errors' in step).length;
  steps = withErrors(steps, (changes) => context.automation.afterSave(context.transaction, changes));
  const isLate = steps.filter((step) => 'errors' in step).length > refused;
  return { results: steps.map(toResult), mustRerun: isLate };
}

function attempt(row: SObject | null, work: () => RecordChange): Step {
  try {
    return { change: work() };
  } catch (error) {
    if (!(error instanceof RowRefusal)) throw error;
    const id = row?.['Id'];
    return { errors: error.errors, id: typeof id === 'string' ? id : null };
  }
}

function withErrors(steps: Step[], run: (changes: RecordChange[]) => (SaveError | undefined)[]): Step[] {
  const changes = steps.flatMap((step) => ('change' in step ? [step.change] : []));
  if (changes.length === 0) return steps;
  const errors = run(changes);
  return steps.map((step) => {
    const error = 'change' in step ? errors[changes.indexOf(step.change)] : undefined;
    return error ? { errors: [error], id: null } : step;
  });
}

/** Before any flow runs only lookups and restricted picklists are checked, as for rows that come by an API. */
function checkedEarly(context: DatabaseContext, change: RecordChange): RecordChange {
  checkReferences(context, change);
  checkPicklists(context.transaction.objectDefinition(change.object), change.record);
  return change;
}

function written(context: DatabaseContext, given: RecordChange): RecordChange {
  const { object, record, prior } = given;
  const definition = context.transaction.objectDefinition(object);
  const row = storedRow(definition, record);
  const change = { ...given, record: computedRow(context, definition, row) };
  checkRequired(definition, row);
  checkReferences(context, change);
  checkPicklists(definition, row);
  checkValidationRules(context, change);
  checkUnique(context, definition, row);
  stampRow(context, definition, row);
  context.store.put(object, Object.freeze(row));
  const saved = { object, record: computedRow(context, definition, row), prior };
  writeHistory(context, saved);
  return saved;
}

function toResult(step: Step): SaveResult {
  return 'change' in step ? { id: String(step.change.record['Id']), errors: [] } : step;
}
