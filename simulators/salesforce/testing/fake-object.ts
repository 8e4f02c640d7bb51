import type { FieldDefinition, FieldType, ObjectDefinition } from '../model.ts';

/** An object definition with `Id`, `Name` and the given fields: a type, or `Lookup(Lead)`. */
export function fakeObject(name: string, fields: Record<string, string>): ObjectDefinition {
  const all = { Id: 'Id', Name: 'Text', ...fields };
  return {
    name,
    label: name,
    pluralLabel: `${name}s`,
    custom: name.endsWith('__c'),
    keyPrefix: name.slice(0, 3).padEnd(3, '0'),
    sharingModel: 'ReadWrite',
    fields: new Map(Object.entries(all).map(([field, type]) => [field, fakeField(field, type)])),
    validationRules: [],
  };
}

function fakeField(name: string, written: string): FieldDefinition {
  const [type, referenceTo] = written.split(/[()]/);
  const parent = name.endsWith('__c') ? name.replace(/__c$/, '__r') : name.replace(/Id$/, '');
  return {
    name,
    label: name,
    type: type as FieldType,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    system: name === 'Id',
    ...(referenceTo ? { referenceTo, relationshipName: parent } : {}),
  };
}
