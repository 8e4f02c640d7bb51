import type { ObjectDefinition } from '../model.ts';
import { fieldDefinition } from './field-definition.ts';
import { auditFields } from './system-fields.ts';

const HISTORY_FIELDS = ['Id', 'IsDeleted', 'CreatedDate', 'CreatedById'];

/** The object that holds what changed in the rows of another: `Loan__History` of `Loan__c`, `LeadHistory` of `Lead`. */
export function historyObject({ name: object, label, custom }: ObjectDefinition): ObjectDefinition {
  const name = custom ? object.replace(/__c$/, '__History') : `${object}History`;
  const parentField = custom ? 'ParentId' : `${object}Id`;
  const parent = fieldDefinition({
    name: parentField,
    type: 'Lookup',
    referenceTo: object,
    relationshipName: custom ? 'Parent' : object,
    childRelationshipName: 'Histories',
    deleteConstraint: 'Cascade',
    system: true,
  });
  const values = ['OldValue', 'NewValue'].map((value) =>
    fieldDefinition({ name: value, type: 'LongTextArea', length: 255, system: true }),
  );
  const texts = ['Field', 'DataType'].map((text) =>
    fieldDefinition({ name: text, type: 'Text', length: 255, system: true }),
  );
  const kept = auditFields().filter((field) => HISTORY_FIELDS.includes(field.name));
  return {
    name,
    label: `${label} History`,
    pluralLabel: `${label} History`,
    custom: false,
    keyPrefix: '017',
    sharingModel: 'ControlledByParent',
    fields: new Map([...kept, parent, ...texts, ...values].map((field) => [field.name, field])),
    validationRules: [],
    historyOf: { object, parentField },
  };
}
