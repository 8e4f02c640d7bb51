import { RowRefusal } from '../../database/row-refusal.ts';
import { allOrNone } from '../../database/user-mode/write-allowed.ts';
import type { SaveResult } from '../../save-model.ts';
import { ApiError } from '../../database/api-error.ts';
import { faultOfRow } from '../row-fault.ts';
import type { Caller } from './rest-request.ts';

/** One row of a collections answer. */
export interface CollectionResult {
  id?: string;
  success: boolean;
  created?: boolean;
  errors: { statusCode: string; message: string; fields: string[] }[];
}

/** One row of a collections call: what to save, or why it cannot even be read. */
export type CollectionRow<Row> = { row: Row } | { refused: SaveResult };

/** Reads one row of a collections call; a row that cannot be read is refused alone. */
export function collectionRow<Row>(read: () => Row): CollectionRow<Row> {
  try {
    return { row: read() };
  } catch (error) {
    if (error instanceof RowRefusal) return { refused: { id: null, errors: error.errors } };
    if (!(error instanceof ApiError) || error.status === 401) throw error;
    return {
      refused: { id: null, errors: [{ statusCode: error.errorCode, message: error.message, fields: error.fields }] },
    };
  }
}

/** Saves the rows in groups, results in the order given; with `isAllOrNone` one refused row undoes all. */
export function saveCollection<Row>(
  { org, user, rowFault }: Caller,
  {
    rows: given,
    groupOf,
    save,
    isAllOrNone,
  }: {
    rows: CollectionRow<Row>[];
    groupOf: (row: Row) => string;
    save: (group: string, rows: Row[]) => SaveResult[];
    isAllOrNone: boolean;
  },
): SaveResult[] {
  const rows = given.map((row, index): CollectionRow<Row> => {
    const error = faultOfRow(rowFault, index);
    return error ? { refused: { id: null, errors: [error] } } : row;
  });
  return org.transact(user, (transaction) => {
    const write = () => {
      const results = rows.map((row): SaveResult | undefined => ('refused' in row ? row.refused : undefined));
      for (const [group, indexes] of groups(rows, groupOf)) {
        const saved = save(
          group,
          indexes.flatMap((index) => rowAt(rows, index)),
        );
        indexes.forEach((index, position) => void (results[index] = saved[position]));
      }
      return results.flatMap((result) => (result ? [result] : []));
    };
    return isAllOrNone ? allOrNone(transaction, write) : write();
  });
}

function groups<Row>(rows: CollectionRow<Row>[], groupOf: (row: Row) => string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, each] of rows.entries()) {
    if (!('row' in each)) continue;
    const group = groupOf(each.row);
    found.set(group, [...(found.get(group) ?? []), index]);
  }
  return found;
}

function rowAt<Row>(rows: CollectionRow<Row>[], index: number): Row[] {
  const row = rows[index];
  return row && 'row' in row ? [row.row] : [];
}

/** A saved or refused row as collections answer it. */
export function toCollectionResult({ id, errors }: SaveResult): CollectionResult {
  return errors.length === 0 && id ? { id, success: true, errors: [] } : { success: false, errors };
}
