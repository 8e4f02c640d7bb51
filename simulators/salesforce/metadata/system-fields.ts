import type { FieldDefinition } from '../model.ts';
import { fieldDefinition } from './field-definition.ts';

const user = { type: 'Lookup', referenceTo: 'User', system: true } as const;

/** The fields the org itself keeps on every row. */
export function auditFields(): FieldDefinition[] {
  return [
    fieldDefinition({ name: 'Id', type: 'Id', label: 'Record ID', system: true }),
    fieldDefinition({ name: 'IsDeleted', type: 'Checkbox', label: 'Deleted', system: true }),
    fieldDefinition({ name: 'CreatedDate', type: 'DateTime', system: true }),
    fieldDefinition({ name: 'CreatedById', ...user, label: 'Created By ID', relationshipName: 'CreatedBy' }),
    fieldDefinition({ name: 'LastModifiedDate', type: 'DateTime', system: true }),
    fieldDefinition({
      name: 'LastModifiedById',
      ...user,
      label: 'Last Modified By ID',
      relationshipName: 'LastModifiedBy',
    }),
    fieldDefinition({ name: 'SystemModstamp', type: 'DateTime', system: true }),
  ];
}

/** The owner: a user, or a queue (a Group). */
export function ownerField(): FieldDefinition {
  return fieldDefinition({
    name: 'OwnerId',
    label: 'Owner ID',
    type: 'Lookup',
    referenceTo: 'User',
    relationshipName: 'Owner',
  });
}

/** Fields that are neither listed in permission sets nor hidden from anybody who may read the object. */
export function isAlwaysVisible(field: FieldDefinition): boolean {
  return (
    field.system ||
    field.required ||
    field.name === 'OwnerId' ||
    field.name === 'Name' ||
    field.compound === 'Name' ||
    field.type === 'MasterDetail'
  );
}
