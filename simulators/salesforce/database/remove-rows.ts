import type { ObjectDefinition } from '../model.ts';
import type { SaveResult } from '../save-model.ts';
import type { DatabaseContext } from './database-context.ts';
import { toLongId } from './record-id.ts';
import { refuseRow, RowRefusal } from './row-refusal.ts';

/** Deletes rows, each on its own, and what the delete rules of lookups say about their children. */
export function removeRows(context: DatabaseContext, object: string, ids: string[]): SaveResult[] {
  return ids.map((shortOrLong) => {
    const id = toLongId(shortOrLong);
    const undo = context.transaction.savepoint();
    try {
      runFlows(context, object, id);
      removeRow(context, object, id);
      return { id, errors: [] };
    } catch (error) {
      undo();
      if (error instanceof RowRefusal) return { id, errors: error.errors };
      throw error;
    }
  });
}

/** Only for rows deleted for their own sake, not for those that go with a parent. */
function runFlows({ transaction, automation }: DatabaseContext, object: string, id: string): void {
  const record = transaction.read(object, id);
  const [error] = (record && automation.beforeDelete?.(transaction, [{ object, record, prior: null }])) ?? [];
  if (error) throw new RowRefusal([error]);
}

function removeRow(context: DatabaseContext, object: string, id: string): void {
  const { store, schema } = context;
  if (!store.get(object, id)) {
    if (store.wasDropped(id)) throw refuseRow('ENTITY_IS_DELETED', 'entity is deleted');
    throw refuseRow('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  }
  for (const child of schema.objects.values()) releaseChildren(context, child, { object, id });
  store.drop(object, id);
}

function releaseChildren(
  context: DatabaseContext,
  child: ObjectDefinition,
  parent: { object: string; id: string },
): void {
  const lookups = [...child.fields.values()].filter(
    (field) => field.referenceTo === parent.object && (!field.system || field.deleteConstraint === 'Cascade'),
  );
  for (const { name, deleteConstraint = 'SetNull' } of lookups) {
    for (const row of context.store.findBy(child, name, parent.id)) {
      if (deleteConstraint === 'Restrict') throw restricted(child, String(row['Id']));
      if (deleteConstraint === 'Cascade') removeRow(context, child.name, String(row['Id']));
      else context.store.put(child.name, Object.freeze({ ...row, [name]: null }));
    }
  }
}

function restricted(child: ObjectDefinition, id: string): RowRefusal {
  const message = `Your attempt to delete this record could not be completed because it is associated with ${child.label} ${id}`;
  return refuseRow('DELETE_FAILED', message);
}
