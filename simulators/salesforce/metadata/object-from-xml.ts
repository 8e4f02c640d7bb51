import type { FieldDefinition, ObjectDefinition } from '../model.ts';
import { fieldDefinition } from './field-definition.ts';
import { auditFields, ownerField } from './system-fields.ts';
import { childOf, textOf, type XmlElement } from './xml.ts';

const SHARING_MODELS = ['Private', 'Read', 'ReadWrite', 'ControlledByParent'] as const;

/** A custom object of one `CustomObject` element, without its own fields. @throws Error naming what is missing. */
export function objectFromXml(name: string, keyPrefix: string, element: XmlElement): ObjectDefinition {
  const label = textOf(element, 'label');
  const pluralLabel = textOf(element, 'pluralLabel');
  if (!label || !pluralLabel) throw new Error('a custom object needs label and pluralLabel');
  const sharingModel = sharingModelFromXml(element);
  const owner = sharingModel === 'ControlledByParent' ? [] : [ownerField()];
  const fields = [...auditFields(), ...owner, nameField(element)];
  return {
    name,
    label,
    pluralLabel,
    custom: true,
    keyPrefix,
    sharingModel,
    fields: new Map(fields.map((field) => [field.name, field])),
    validationRules: [],
    enableHistory: textOf(element, 'enableHistory') === 'true',
  };
}

function sharingModelFromXml(element: XmlElement): ObjectDefinition['sharingModel'] {
  const written = textOf(element, 'sharingModel');
  const model = SHARING_MODELS.find((known) => known === written);
  if (model) return model;
  throw new Error(`sharingModel ${written ?? '(none)'} is not known; use one of ${SHARING_MODELS.join(', ')}`);
}

function nameField(element: XmlElement): FieldDefinition {
  const xml = childOf(element, 'nameField');
  const type = xml && textOf(xml, 'type');
  const label = (xml && textOf(xml, 'label')) ?? 'Name';
  if (type === 'Text') return fieldDefinition({ name: 'Name', label, type, length: 80 });
  const displayFormat = xml && textOf(xml, 'displayFormat');
  if (type === 'AutoNumber' && displayFormat) {
    const startingNumber = Number(textOf(xml, 'startingNumber') ?? 1);
    return fieldDefinition({ name: 'Name', label, type, displayFormat, startingNumber, system: true });
  }
  throw new Error('a custom object needs a nameField of type Text, or AutoNumber with displayFormat');
}
