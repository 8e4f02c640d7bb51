import { refuseRow } from '../../database/row-refusal.ts';
import type { SObject } from '../../model.ts';
import type { SaveResult } from '../../save-model.ts';
import { collectionRow, saveCollection } from '../rest/collection-results.ts';
import { readRow } from '../rest/read-row.ts';
import type { Caller } from '../rest/rest-request.ts';
import { externalIdField } from '../rest/upsert.ts';
import { upsertRows, type UpsertResult } from '../rest/upsert-rows.ts';
import { visibleObject } from '../rest/visible-object.ts';
import type { Column } from './columns.ts';
import type { RowOutcome } from './ingest-job.ts';
import type { JobOrder } from './job-order.ts';
import { rowBody } from './row-body.ts';

/** Does to at most 200 rows what the job is for, each on its own, in one transaction of the user. */
export function loadRows(
  caller: Caller,
  order: JobOrder,
  { columns, rows }: { columns: Column[]; rows: string[][] },
): RowOutcome[] {
  const { operation } = order;
  const results =
    operation === 'upsert'
      ? upsert(caller, order, { columns, rows })
      : save(caller, { ...order, operation }, { columns, rows });
  return results.map((result, index) => ({ cells: rows[index] ?? [], ...result }));
}

function upsert(caller: Caller, order: JobOrder, table: { columns: Column[]; rows: string[][] }): UpsertResult[] {
  const definition = visibleObject(caller, order.object);
  const field = externalIdField(caller, definition, order.externalIdFieldName ?? '');
  return upsertRows(caller, { definition, field }, { rows: readRows(caller, order, table), isAllOrNone: false });
}

function save(
  caller: Caller,
  order: JobOrder & { operation: 'insert' | 'update' | 'delete' },
  table: { columns: Column[]; rows: string[][] },
): UpsertResult[] {
  const results = saveCollection(caller, {
    rows: readRows(caller, order, table),
    groupOf: () => order.operation,
    save: (_operation, rows) => write(caller, order, rows),
    isAllOrNone: false,
  });
  return results.map((result) => ({ ...result, isNew: order.operation === 'insert' }));
}

function write({ org, user }: Caller, { operation, object }: JobOrder, rows: SObject[]): SaveResult[] {
  if (operation === 'insert') return org.insertAs(user, object, rows);
  if (operation === 'update') return org.updateAs(user, object, rows);
  return org.deleteAs(
    user,
    object,
    rows.map(({ Id }) => String(Id)),
  );
}

function readRows(
  caller: Caller,
  { object, operation }: JobOrder,
  { columns, rows }: { columns: Column[]; rows: string[][] },
) {
  const definition = visibleObject(caller, object);
  const needsId = operation === 'update' || operation === 'delete';
  return rows.map((cells) =>
    collectionRow(() => {
      const row = readRow(caller, definition, rowBody(columns, cells));
      if (!needsId || typeof row['Id'] === 'string') return row;
      throw refuseRow('MISSING_ARGUMENT', `Id not specified in an ${operation} call`);
    }),
  );
}
