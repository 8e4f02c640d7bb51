import { findField } from '../../database/field-path.ts';
import type { ObjectDefinition } from '../../model.ts';

/** Names that lists of custom objects have for standard fields. */
const STANDARD_COLUMNS: Record<string, string> = {
  NAME: 'Name',
  CREATED_DATE: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
  'OWNER.ALIAS': 'OwnerId',
  'CREATEDBY_USER.ALIAS': 'CreatedById',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedById',
};

/** Whether a list of a custom object can have a column of that name. */
export function isColumn(object: ObjectDefinition, name: string): boolean {
  return findField(object, STANDARD_COLUMNS[name] ?? name) !== undefined;
}
