import type { FieldValue, ObjectDefinition, RunningUser, SObject } from './model.ts';

/** One row on its way into the database. Before-save flows change `record` in place; `prior` is null on insert. */
export interface RecordChange {
  readonly object: string;
  readonly record: SObject;
  readonly prior: Readonly<SObject> | null;
  /** Made by the Clone button. */
  readonly isClone?: boolean;
}

/** A refused row, as the REST API words it. */
export interface SaveError {
  /** `FIELD_CUSTOM_VALIDATION_EXCEPTION`, `REQUIRED_FIELD_MISSING`, … */
  statusCode: string;
  message: string;
  fields: string[];
}

export type SaveResult = { id: string; errors: [] } | { id: string | null; errors: SaveError[] };

/**
 * Everything between a request's first write and its commit; all of it is rolled back together.
 * Reads and writes here are in system mode (as record-triggered flows run); formula fields are computed on read.
 */
export interface Transaction {
  /** Who started it; flows and validation rules see this user. */
  readonly user: RunningUser;
  readonly now: Date;
  objectDefinition(object: string): ObjectDefinition;
  /** The row with its formula fields, or null. */
  read(object: string, id: string): SObject | null;
  /** Rows of the object that match, in order of creation, formula fields included. */
  find(object: string, matches: (row: SObject) => boolean): SObject[];
  /** Rows whose stored field holds the value, by an index; texts without regard to case unless the field is case-sensitive. */
  findBy?(object: string, field: string, value: FieldValue): SObject[];
  /** Each row on its own (as `allOrNone: false`), with the whole save order: flows, validation rules, … */
  insert(object: string, rows: SObject[], options?: { isClone?: boolean }): SaveResult[];
  update(object: string, rows: SObject[]): SaveResult[];
  remove(object: string, ids: string[]): SaveResult[];
  hasCustomPermission(name: string): boolean;
  hasUserPermission(name: string): boolean;
  /** Runs once after the commit, in a transaction of its own; dropped on rollback. */
  afterCommit(task: (transaction: Transaction) => void): void;
  /** Undoes every write since the call; returned by `savepoint`. */
  savepoint(): () => void;
}

/** The record-triggered part of the save order; the flow engine implements it, the database calls it. */
export interface Automation {
  /** Before-save flows of one batch (up to 200 rows of one object). A row with an error is not saved. */
  beforeSave(transaction: Transaction, changes: RecordChange[]): (SaveError | undefined)[];
  /** After-save flows; asynchronous and scheduled paths are only noted here, by `transaction.afterCommit`. */
  afterSave(transaction: Transaction, changes: RecordChange[]): (SaveError | undefined)[];
  /** Flows of rows about to be deleted (`prior` is null). A row with an error stays. */
  beforeDelete?(transaction: Transaction, changes: RecordChange[]): (SaveError | undefined)[];
}
