import type { Schema } from '../../metadata/schema.ts';
import type { RunningUser, SObject } from '../../model.ts';
import type { Org, UserAccess } from '../../org-model.ts';
import type { SaveResult, Transaction } from '../../save-model.ts';
import type { Database } from '../database.ts';
import { toLongId } from '../record-id.ts';
import { getObject } from '../transaction.ts';
import { checkObjectVisible, deleteError, insertError, updateError, type WriteRights } from './check-write.ts';
import { allOrNone, writeAllowed } from './write-allowed.ts';

interface WriteOptions {
  schema: () => Schema;
  database: Database;
  accessOf: (user: RunningUser) => UserAccess;
}

/** The org's writes in user mode: object, field and row rights first, then the save order. */
export function createUserWrites(options: WriteOptions): Pick<Org, 'insertAs' | 'updateAs' | 'deleteAs'> {
  const write = (
    at: { user: RunningUser; object: string; allOrNone?: boolean },
    work: (transaction: Transaction, rights: WriteRights) => SaveResult[],
  ): SaveResult[] => {
    const { objects } = options.schema();
    const definition = getObject(objects, at.object);
    const rights = { definition, objects, access: options.accessOf(at.user), store: options.database.store };
    checkObjectVisible(rights);
    return options.database.transact(at.user, (transaction) => {
      const run = () => work(transaction, rights);
      return at.allOrNone ? allOrNone(transaction, run) : run();
    });
  };
  const isAllOrNone = (given: { allOrNone?: boolean } | undefined) => ({ allOrNone: given?.allOrNone ?? false });

  return {
    insertAs: (user, object, rows, given) =>
      write({ user, object, ...isAllOrNone(given) }, (transaction, rights) =>
        writeAllowed(
          rows,
          (row) => insertError(rights, row),
          (allowed) => transaction.insert(object, allowed, { isClone: given?.isClone ?? false }),
        ),
      ),
    updateAs: (user, object, rows, given) =>
      write({ user, object, ...isAllOrNone(given) }, (transaction, rights) =>
        writeAllowed(
          rows.map(withLongId),
          (row) => updateError(rights, row),
          (allowed) => transaction.update(object, allowed),
        ),
      ),
    deleteAs: (user, object, ids) =>
      write({ user, object }, (transaction, rights) =>
        writeAllowed(
          ids.map(toLongId),
          (id) => deleteError(rights, id),
          (allowed) => transaction.remove(object, allowed),
        ),
      ),
  };
}

function withLongId(row: SObject): SObject {
  return { ...row, Id: toLongId(String(row['Id'])) };
}
