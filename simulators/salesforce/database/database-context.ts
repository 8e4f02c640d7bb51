import type { RunningUser } from '../model.ts';
import type { Automation, Transaction } from '../save-model.ts';
import type { Schema } from '../metadata/schema.ts';
import type { Store } from './store.ts';

/** What the parts of the database share during one transaction. */
export interface DatabaseContext {
  readonly schema: Schema;
  readonly store: Store;
  readonly automation: Automation;
  readonly transaction: Transaction;
  readonly user: RunningUser;
  readonly now: Date;
  /** How many saves are running inside one another. */
  depth: { value: number };
}
