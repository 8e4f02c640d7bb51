/** What a field holds. Date: `YYYY-MM-DD`. DateTime: ISO 8601 UTC in whole seconds, `2026-11-20T16:00:00.000Z`. */
export type FieldValue = string | number | boolean | null;

/** A row: field API name to value. `Id` is the 18-character id. */
export type SObject = Record<string, FieldValue>;

/** The field types this org knows; any other is refused when the package is loaded. */
export type FieldType =
  | 'Id'
  | 'Text'
  | 'TextArea'
  | 'LongTextArea'
  | 'EncryptedText'
  | 'Email'
  | 'Phone'
  | 'Url'
  | 'Checkbox'
  | 'Number'
  | 'Currency'
  | 'Date'
  | 'DateTime'
  | 'Picklist'
  | 'Lookup'
  | 'MasterDetail'
  | 'AutoNumber';

export interface PicklistValue {
  fullName: string;
  label: string;
  isDefault: boolean;
}

/** One field, standard or custom, as the org knows it. A formula field has its result's type and `formula`. */
export interface FieldDefinition {
  name: string;
  label: string;
  type: FieldType;
  description?: string;
  inlineHelpText?: string;
  /** Characters, for texts. */
  length?: number;
  precision?: number;
  scale?: number;
  required: boolean;
  unique: boolean;
  caseSensitive: boolean;
  externalId: boolean;
  picklist?: { restricted: boolean; values: PicklistValue[] };
  /** Object a Lookup or MasterDetail points at. */
  referenceTo?: string;
  /** Name of the parent in SOQL and formulas: `Lead__r`. */
  relationshipName?: string;
  /** Name of the list of children at the parent, for child queries of custom objects with `__r` behind it. */
  childRelationshipName?: string;
  deleteConstraint?: 'SetNull' | 'Restrict' | 'Cascade';
  /** A formula, as in the metadata. */
  defaultValue?: string;
  formula?: string;
  /** Blank numbers inside the formula count as zero. */
  formulaBlanksAsZero?: boolean;
  /** How an EncryptedText is shown to users without View Encrypted Data. */
  mask?: { type: string; character: string };
  /** AutoNumber pattern: `BC-{000000}`. */
  displayFormat?: string;
  /** First number of an AutoNumber. */
  startingNumber?: number;
  /** Address this field is a part of; field permissions are given for the whole: `MailingAddress`. */
  compound?: string;
  /** Set by the org itself: Id, CreatedDate, … */
  system: boolean;
  /** Changes are written to the object's history. */
  trackHistory?: boolean;
  /** MasterDetail: a child may be written by who may only read its parent. */
  writeRequiresMasterRead?: boolean;
  /** MasterDetail: a child may change its parent; otherwise no update may even mention the field. */
  reparentable?: boolean;
}

export interface ValidationRule {
  fullName: string;
  active: boolean;
  errorConditionFormula: string;
  errorDisplayField?: string;
  errorMessage: string;
}

export interface ObjectDefinition {
  name: string;
  label: string;
  pluralLabel: string;
  custom: boolean;
  /** First three characters of every id. */
  keyPrefix: string;
  sharingModel: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';
  fields: Map<string, FieldDefinition>;
  validationRules: ValidationRule[];
  /** Changes of fields with `trackHistory` become rows of a history object. */
  enableHistory?: boolean;
  /** Of a history object: whose changes it holds, and the field that names the changed row. */
  historyOf?: { object: string; parentField: string };
}

/** A user as formulas (`$User.…`), flows and permission checks see it. */
export interface RunningUser {
  id: string;
  username: string;
  name: string;
  email: string;
  isAdmin: boolean;
}

/** One row on its way into the database. Before-save flows change `record` in place; `prior` is null on insert. */
export interface RecordChange {
  readonly object: string;
  readonly record: SObject;
  readonly prior: Readonly<SObject> | null;
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
  insert(object: string, rows: SObject[]): SaveResult[];
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
  /** Before-delete flows of the row a delete names, its children left out; a row with an error is not deleted. */
  beforeDelete?(transaction: Transaction, change: RecordChange): SaveError | undefined;
}

/** A value with the type formulas need to judge it. */
export interface TypedValue {
  type: FieldType;
  value: FieldValue;
}

/** What a formula sees around it. */
export interface FormulaScope {
  readonly now: Date;
  readonly isNew: boolean;
  /** A reference as written (`Status__c`, `Package__r.Slug__c`, `$User.Id`, `$Permission.X`, `$Record.X`, a flow variable). @throws Error naming an unknown reference. */
  resolve(reference: string): TypedValue;
  /** The value before this save; the new one on insert. */
  resolvePrior(reference: string): TypedValue;
}

/** A formula that parsed and whose functions are all known. */
export interface Formula {
  readonly expression: string;
  /** Every reference it uses, as written. */
  readonly references: string[];
  /** @throws Error naming the formula when a value does not fit a function. */
  evaluate(scope: FormulaScope): FieldValue;
}

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
  insertAs(user: RunningUser, object: string, rows: SObject[], options?: { allOrNone?: boolean }): SaveResult[];
  updateAs(user: RunningUser, object: string, rows: SObject[], options?: { allOrNone?: boolean }): SaveResult[];
  deleteAs(user: RunningUser, object: string, ids: string[]): SaveResult[];
  /** System mode, for the parts of the org that are no user: runs `work`, commits when it returns, rolls back when it throws. */
  transact<T>(user: RunningUser, work: (transaction: Transaction) => T): T;
}
