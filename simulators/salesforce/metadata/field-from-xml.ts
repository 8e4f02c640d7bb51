import type { FieldDefinition, FieldType } from '../model.ts';
import { fieldDefinition } from './field-definition.ts';
import { childOf, childrenOf, textOf, type XmlElement } from './xml.ts';

const FIELD_TYPES: FieldType[] = [
  ...(['Text', 'TextArea', 'LongTextArea', 'EncryptedText', 'Email', 'Phone', 'Url', 'Checkbox', 'Number'] as const),
  ...(['Currency', 'Date', 'DateTime', 'Picklist', 'Lookup', 'MasterDetail', 'AutoNumber'] as const),
];

/** Longest value of types whose length is not in the metadata. */
const FIXED_LENGTHS: Partial<Record<FieldType, number>> = { TextArea: 255, Email: 80, Phone: 40, Url: 255 };

/**
 * The field of one `CustomField` element. @throws Error when its type is one this org does not know.
 */
export function fieldFromXml(name: string, element: XmlElement): FieldDefinition {
  const type = fieldType(textOf(element, 'type'));
  return fieldDefinition({
    name,
    type,
    label: textOf(element, 'label') ?? name,
    required: textOf(element, 'required') === 'true' || type === 'MasterDetail',
    unique: textOf(element, 'unique') === 'true',
    caseSensitive: textOf(element, 'caseSensitive') === 'true',
    externalId: textOf(element, 'externalId') === 'true',
    ...texts(element),
    ...numbers(element, type),
    ...relationship(name, type, element),
    ...(type === 'Picklist' ? { picklist: picklistFromXml(element) } : {}),
    ...(type === 'EncryptedText' ? { mask: maskFromXml(element) } : {}),
    ...(textOf(element, 'trackHistory') === 'true' ? { trackHistory: true } : {}),
    ...(textOf(element, 'reparentableMasterDetail') === 'true' ? { reparentable: true } : {}),
    ...(textOf(element, 'writeRequiresMasterRead') === 'true' ? { writeRequiresMasterRead: true } : {}),
  });
}

function fieldType(written: string | undefined): FieldType {
  const type = FIELD_TYPES.find((known) => known === written);
  if (type) return type;
  throw new Error(`field type ${written ?? '(none)'} is not known to this org; known are ${FIELD_TYPES.join(', ')}`);
}

function texts(element: XmlElement): Partial<FieldDefinition> {
  const facts: Partial<FieldDefinition> = {};
  for (const name of ['description', 'inlineHelpText', 'defaultValue', 'formula', 'displayFormat'] as const) {
    const text = textOf(element, name);
    if (text !== undefined) facts[name] = text;
  }
  if (textOf(element, 'formulaTreatBlanksAs') === 'BlankAsZero') facts.formulaBlanksAsZero = true;
  return facts;
}

function numbers(element: XmlElement, type: FieldType): Partial<FieldDefinition> {
  const facts: Partial<FieldDefinition> = {};
  for (const name of ['length', 'precision', 'scale', 'startingNumber'] as const) {
    const text = textOf(element, name);
    if (text !== undefined) facts[name] = Number(text);
  }
  const fixed = FIXED_LENGTHS[type];
  return fixed === undefined ? facts : { length: fixed, ...facts };
}

function relationship(name: string, type: FieldType, element: XmlElement): Partial<FieldDefinition> {
  if (type !== 'Lookup' && type !== 'MasterDetail') return {};
  const children = textOf(element, 'relationshipName');
  return {
    referenceTo: textOf(element, 'referenceTo') ?? '',
    relationshipName: name.replace(/__c$/, '__r'),
    deleteConstraint: type === 'MasterDetail' ? 'Cascade' : deleteConstraint(textOf(element, 'deleteConstraint')),
    ...(children ? { childRelationshipName: children } : {}),
  };
}

function deleteConstraint(written = 'SetNull'): 'SetNull' | 'Restrict' | 'Cascade' {
  if (written === 'SetNull' || written === 'Restrict' || written === 'Cascade') return written;
  throw new Error(`deleteConstraint ${written} is not known; use SetNull, Restrict or Cascade`);
}

function picklistFromXml(element: XmlElement): NonNullable<FieldDefinition['picklist']> {
  const valueSet = childOf(element, 'valueSet');
  const definition = valueSet && childOf(valueSet, 'valueSetDefinition');
  if (!definition)
    throw new Error('a picklist needs valueSet with valueSetDefinition; global value sets are not known to this org');
  const values = childrenOf(definition, 'value').map((value) => ({
    fullName: textOf(value, 'fullName') ?? '',
    label: textOf(value, 'label') ?? textOf(value, 'fullName') ?? '',
    isDefault: textOf(value, 'default') === 'true',
  }));
  return { restricted: textOf(valueSet, 'restricted') === 'true', values };
}

function maskFromXml(element: XmlElement): { type: string; character: string } {
  const character = textOf(element, 'maskChar') === 'X' ? 'X' : '*';
  return { type: textOf(element, 'maskType') ?? 'all', character };
}
