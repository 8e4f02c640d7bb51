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
