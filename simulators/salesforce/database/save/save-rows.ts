import type { SObject } from '../../model.ts';
import type { RecordChange, SaveResult } from '../../save-model.ts';
import type { DatabaseContext } from '../database-context.ts';
import { openInsert, openUpdate } from './open-change.ts';
import { saveBatch } from './save-batch.ts';

const BATCH_SIZE = 200;
const MAX_DEPTH = 16;

/** Inserts rows, each on its own. */
export function insertRows(
  context: DatabaseContext,
  object: string,
  rows: SObject[],
  { isClone = false }: { isClone?: boolean } = {},
): SaveResult[] {
  return saveRows(
    context,
    object,
    rows.map((row) => ({ row, open: () => ({ ...openInsert(context, object, row), isClone }) })),
  );
}

/** Updates rows by their `Id`, each on its own. */
export function updateRows(context: DatabaseContext, object: string, rows: SObject[]): SaveResult[] {
  return saveRows(
    context,
    object,
    rows.map((row) => ({ row, open: () => openUpdate(context, object, row) })),
  );
}

interface PendingRow {
  row: SObject;
  open: () => RecordChange;
}

function saveRows(context: DatabaseContext, object: string, pending: PendingRow[]): SaveResult[] {
  if (context.depth.value >= MAX_DEPTH) return pending.map(() => tooDeep(object));
  context.depth.value += 1;
  try {
    return batchesOf(pending).flatMap((batch) => saveUntilSettled(context, batch));
  } finally {
    context.depth.value -= 1;
  }
}

function tooDeep(object: string): SaveResult {
  const message = `${object}: maximum trigger depth exceeded; flows save each other's records more than ${MAX_DEPTH} times`;
  return { id: null, errors: [{ statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', message, fields: [] }] };
}

/** At most 200 rows each; a row that comes again is saved in a later batch, after its first change. */
function batchesOf(pending: PendingRow[]): PendingRow[][] {
  const batches: PendingRow[][] = [[]];
  let ids = new Set<unknown>();
  for (const each of pending) {
    const id = each.row['Id'];
    if ((batches.at(-1)?.length ?? 0) >= BATCH_SIZE || (id && ids.has(id))) {
      batches.push([]);
      ids = new Set();
    }
    ids.add(id);
    batches.at(-1)?.push(each);
  }
  return batches;
}

/** When rows fail after being written, everything of the batch is undone and the good rows go again, flows included. */
function saveUntilSettled(context: DatabaseContext, batch: PendingRow[]): SaveResult[] {
  const undo = context.transaction.savepoint();
  const { results, mustRerun } = saveBatch(
    context,
    batch.map(({ open }) => open),
  );
  if (!mustRerun) return results;
  undo();
  const good = batch.filter((_row, index) => results[index]?.errors.length === 0);
  const again = saveUntilSettled(context, good);
  return results.map((result, index) => {
    const row = batch[index];
    return row && result.errors.length === 0 ? (again[good.indexOf(row)] ?? result) : result;
  });
}
