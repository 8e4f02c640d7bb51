import type { RunningUser } from '../model.ts';
import type { Transaction } from '../save-model.ts';
import { createAfterCommitQueue, type AfterCommitQueue } from './after-commit-queue.ts';
import type { DatabaseOptions } from './database-options.ts';
import { createStore, type Store } from './store.ts';
import { createTransaction, type CommitTask } from './transaction.ts';

/** The rows of the org and the only way to change them. */
export interface Database {
  readonly store: Store;
  readonly afterCommit: AfterCommitQueue;
  /**
   * Runs `work`; commits when it returns, undoes its writes when it throws.
   * Inside another transaction it joins it: the outermost one commits.
   */
  transact<T>(user: RunningUser, work: (transaction: Transaction) => T): T;
}

/** An empty database. */
export function createDatabase(options: DatabaseOptions): Database {
  const store = createStore();
  const afterCommit = createAfterCommitQueue();
  let open: { tasks: CommitTask[]; depth: { value: number }; now: Date } | undefined;

  const transact: Database['transact'] = (user, work) => {
    const outer = open;
    const shared = outer ?? { tasks: [], depth: { value: 0 }, now: options.now() };
    const transaction = createTransaction({ ...options, ...shared, store, user });
    const undo = transaction.savepoint();
    open = shared;
    try {
      const result = work(transaction);
      if (!outer) commit(shared.tasks);
      return result;
    } catch (error) {
      undo();
      throw error;
    } finally {
      open = outer;
    }
  };
  const commit = (tasks: CommitTask[]) => {
    store.commit();
    for (const { user, run } of tasks) afterCommit.add(() => transact(user, run));
  };

  return { store, afterCommit, transact };
}
