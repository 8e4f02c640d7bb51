import type { FieldDefinition } from '../../model.ts';
import { fieldDefinition } from '../field-definition.ts';

/** The parts of a person's name; `Name` is put together from them on read. */
export function personNameFields(): FieldDefinition[] {
  return [
    fieldDefinition({ name: 'FirstName', type: 'Text', length: 40, compound: 'Name' }),
    fieldDefinition({ name: 'LastName', type: 'Text', length: 80, required: true }),
    fieldDefinition({ name: 'Name', label: 'Full Name', type: 'Text', length: 121, system: true }),
  ];
}

/** The parts of an address; `prefix` is `Mailing` on contacts and empty on leads. */
export function addressFields(prefix: string): FieldDefinition[] {
  const compound = `${prefix}Address`;
  const label = (text: string) => `${prefix} ${text}`.trim();
  return [
    fieldDefinition({ name: `${prefix}Street`, type: 'TextArea', length: 255, compound }),
    fieldDefinition({ name: `${prefix}City`, type: 'Text', length: 40, compound }),
    fieldDefinition({ name: `${prefix}State`, label: label('State/Province'), type: 'Text', length: 80, compound }),
    fieldDefinition({
      name: `${prefix}PostalCode`,
      label: label('Zip/Postal Code'),
      type: 'Text',
      length: 20,
      compound,
    }),
    fieldDefinition({ name: `${prefix}Country`, type: 'Text', length: 80, compound }),
  ];
}
