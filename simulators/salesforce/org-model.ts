import type { FieldValue, ObjectDefinition, RunningUser, SObject } from './model.ts';
import type { SaveResult, Transaction } from './save-model.ts';

/** What one user may do; the answers behind REST, UI API, GraphQL and queries alike. */
export interface UserAccess {
  canRead(object: string): boolean;
  canCreate(object: string): boolean;
  canEdit(object: string): boolean;
  canDelete(object: string): boolean;
  /** A field without read access is unknown to the user. */
  canReadField(object: string, field: string): boolean;
  canEditField(object: string, field: string): boolean;
  canReadRow(object: string, row: SObject): boolean;
  canEditRow(object: string, row: SObject): boolean;
  /** Deleting takes more than editing: the row is the user's own, or the user has Modify All. */
  canDeleteRow(object: string, row: SObject): boolean;
  /** So does giving the row to another owner; leads are the exception, they go to whoever takes them. */
  canTransferRow(object: string, row: SObject): boolean;
  /** Whether a deployed tab stands in the user's navigation; by its name, that of its object or page. */
  seesTab(tab: string): boolean;
  seesApp(app: string): boolean;
}

/** One row of a query result: values, parents as nested rows (null when there is none), `attributes.type` and `attributes.url`. */
export interface QueryRow {
  attributes: { type: string; url: string };
  [field: string]: FieldValue | QueryRow | { type: string; url: string };
}

/** The org as its APIs and pages use it. Everything ending in `As` is in user mode: permissions decide. */
export interface Org {
  /** 18 characters. */
  readonly id: string;
  now(): Date;
  /** @throws ApiError 404 `NOT_FOUND` for an unknown object. */
  objectDefinition(object: string): ObjectDefinition;
  objectDefinitions(): ObjectDefinition[];
  users(): RunningUser[];
  findUser(username: string): RunningUser | undefined;
  accessOf(user: RunningUser): UserAccess;
  /** @throws ApiError 400 `MALFORMED_QUERY`, `INVALID_FIELD`, `INVALID_TYPE`. Every row the user may see. */
  queryAs(user: RunningUser, soql: string): QueryRow[];
  /** One transaction; with `allOrNone` one refused row rolls back all. Rows without CRUD or field access are refused as Salesforce words it. */
  insertAs(
    user: RunningUser,
    object: string,
    rows: SObject[],
    options?: { allOrNone?: boolean; isClone?: boolean },
  ): SaveResult[];
  updateAs(user: RunningUser, object: string, rows: SObject[], options?: { allOrNone?: boolean }): SaveResult[];
  deleteAs(user: RunningUser, object: string, ids: string[]): SaveResult[];
  /** System mode, for the parts of the org that are no user: runs `work`, commits when it returns, rolls back when it throws. */
  transact<T>(user: RunningUser, work: (transaction: Transaction) => T): T;
}
