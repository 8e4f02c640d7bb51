import type { ObjectDefinition } from '../../model.ts';
import { fieldDefinition } from '../field-definition.ts';
import { standardObject } from './standard-object.ts';

/** Files: a document, its versions with their bytes, and the records each document is linked to. */
export function contentObjects(): ObjectDefinition[] {
  return [document(), version(), link()];
}

/** The one field whose value is bytes: written in base64, read at an address of its own. */
export const BLOB_FIELD = { object: 'ContentVersion', field: 'VersionData' } as const;

function document(): ObjectDefinition {
  const fields = [
    fieldDefinition({ name: 'Title', type: 'Text', length: 255 }),
    fieldDefinition({ name: 'FileExtension', type: 'Text', length: 40, system: true }),
    fieldDefinition({ name: 'LatestPublishedVersionId', type: 'Id', system: true }),
  ];
  return standardObject({ name: 'ContentDocument', label: 'Content Document', keyPrefix: '069', owned: true, fields });
}

function version(): ObjectDefinition {
  const fields = [
    fieldDefinition({ name: 'Title', type: 'Text', length: 255 }),
    fieldDefinition({ name: 'PathOnClient', type: 'Text', length: 500, required: true }),
    fieldDefinition({ name: 'VersionData', type: 'LongTextArea', required: true }),
    fieldDefinition({ name: 'FirstPublishLocationId', type: 'Id' }),
    fieldDefinition({ name: 'ContentDocumentId', ...documentLookup, system: true }),
    fieldDefinition({ name: 'IsLatest', type: 'Checkbox', system: true }),
    fieldDefinition({ name: 'FileExtension', type: 'Text', length: 40, system: true }),
    fieldDefinition({ name: 'ContentSize', type: 'Number', precision: 18, scale: 0, system: true }),
  ];
  return standardObject({ name: 'ContentVersion', label: 'Content Version', keyPrefix: '068', owned: true, fields });
}

function link(): ObjectDefinition {
  const fields = [
    fieldDefinition({ name: 'ContentDocumentId', ...documentLookup, required: true, deleteConstraint: 'Cascade' }),
    fieldDefinition({ name: 'LinkedEntityId', type: 'Id', required: true }),
    fieldDefinition({ name: 'ShareType', type: 'Text', length: 40 }),
  ];
  return standardObject({ name: 'ContentDocumentLink', label: 'Content Document Link', keyPrefix: '06A', fields });
}

const documentLookup = {
  type: 'Lookup',
  referenceTo: 'ContentDocument',
  relationshipName: 'ContentDocument',
} as const;
