import { findField } from '../../database/field-path.ts';
import type { FieldDefinition, ObjectDefinition } from '../../model.ts';

/** Names that lists of custom objects have for standard fields. */
const STANDARD_COLUMNS: Record<string, string> = {
  NAME: 'Name',
  CREATED_DATE: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
  'OWNER.ALIAS': 'OwnerId',
  'CREATEDBY_USER.ALIAS': 'CreatedById',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedById',
};

/** The field a column of a list shows; undefined where a list of the object cannot have a column of that name. */
export function fieldOfColumn(object: ObjectDefinition, name: string): FieldDefinition | undefined {
  return findField(object, STANDARD_COLUMNS[name] ?? name);
}
