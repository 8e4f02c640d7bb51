import type { SaveError, SaveResult, Transaction } from '../../save-model.ts';

const ROLLED_BACK: SaveError = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
};

/** Saves only the rows without an error of their own; results come in the order of the rows. */
export function writeAllowed<Row>(
  rows: Row[],
  refuse: (row: Row) => SaveError | undefined,
  save: (allowed: Row[]) => SaveResult[],
): SaveResult[] {
  const errors = rows.map(refuse);
  const saved = save(rows.filter((_row, index) => !errors[index]));
  let next = 0;
  return errors.map(
    (error) => (error ? { id: null, errors: [error] } : (saved[next++] ?? { id: null, errors: [] })) as SaveResult,
  );
}

/** Runs a write; when a row of it is refused, undoes it all and says so on the rows that were good. */
export function allOrNone(transaction: Transaction, write: () => SaveResult[]): SaveResult[] {
  const undo = transaction.savepoint();
  const results = write();
  if (results.every(({ errors }) => errors.length === 0)) return results;
  undo();
  return results.map((result) => (result.errors.length > 0 ? result : { id: null, errors: [ROLLED_BACK] }));
}
