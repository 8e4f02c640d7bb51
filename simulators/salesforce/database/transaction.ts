import type { ObjectDefinition, RunningUser, SObject } from '../model.ts';
import type { Transaction } from '../save-model.ts';
import { ApiError } from './api-error.ts';
import { computedRow, isComputed, rowView } from './computed-row.ts';
import type { DatabaseContext } from './database-context.ts';
import type { DatabaseOptions } from './database-options.ts';
import { indexKey } from './field-index.ts';
import { toLongId } from './record-id.ts';
import { removeRows } from './remove-rows.ts';
import { insertRows, updateRows } from './save/save-rows.ts';
import type { Store } from './store.ts';

/** Work noted during a transaction for after its commit. */
export interface CommitTask {
  user: RunningUser;
  run: (transaction: Transaction) => void;
}

interface TransactionOptions extends Omit<DatabaseOptions, 'now'> {
  store: Store;
  user: RunningUser;
  now: Date;
  tasks: CommitTask[];
  depth: { value: number };
}

/** One user's view of a transaction in system mode. */
export function createTransaction(options: TransactionOptions): Transaction {
  const { store, user, now, tasks, permissions } = options;
  const schema = options.schema();
  const context = (): DatabaseContext => ({ ...options, schema, automation: options.automation(), transaction });
  const complete = (object: string, row: Readonly<SObject>) =>
    computedRow(context(), transaction.objectDefinition(object), row);

  const transaction: Transaction = {
    user,
    now,
    objectDefinition: (object) => getObject(schema.objects, object),
    read(object, id) {
      const row = store.get(transaction.objectDefinition(object).name, toLongId(id));
      return row ? complete(object, row) : null;
    },
    find(object, matches) {
      const definition = transaction.objectDefinition(object);
      const working = context();
      return store
        .rows(object)
        .filter((row) => matches(rowView(working, definition, row)))
        .map((row) => computedRow(working, definition, row));
    },
    findBy(object, field, value) {
      const definition = transaction.objectDefinition(object);
      const known = definition.fields.get(field);
      if (known && isComputed(definition, known)) {
        const key = indexKey(known, value);
        return transaction.find(object, (row) => indexKey(known, row[field] ?? null) === key);
      }
      const working = context();
      return store.findBy(definition, field, value).map((row) => computedRow(working, definition, row));
    },
    insert: (object, rows, options) => insertRows(context(), object, rows, options),
    update: (object, rows) => updateRows(context(), object, rows),
    remove: (object, ids) => removeRows(context(), object, ids),
    hasCustomPermission: (name) => permissions.hasCustomPermission(user, name),
    hasUserPermission: (name) => permissions.hasUserPermission(user, name),
    afterCommit: (run) => void tasks.push({ user, run }),
    savepoint() {
      const undoWrites = store.savepoint();
      const noted = tasks.length;
      return () => {
        undoWrites();
        tasks.length = noted;
      };
    },
  };
  return transaction;
}

/** @throws ApiError 404 `NOT_FOUND` */
export function getObject(objects: Map<string, ObjectDefinition>, name: string): ObjectDefinition {
  const object = objects.get(name);
  if (!object) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return object;
}
