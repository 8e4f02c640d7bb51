import type { Schema } from '../../metadata/schema.ts';
import type { SObject } from '../../model.ts';
import type { Store } from '../store.ts';

/** Whether who may see a row goes by the records its file is linked to. */
export function isOfFile(object: string): boolean {
  return ['ContentDocument', 'ContentVersion', 'ContentDocumentLink'].includes(object);
}

/** The records the file of a row is linked to. */
export function linkedRecords(
  { schema, store }: { schema: Schema; store: Store },
  row: SObject,
): { object: string; row: SObject | undefined }[] {
  const documentId = row['ContentDocumentId'] ?? row['Id'];
  const links = store.rows('ContentDocumentLink').filter(({ ContentDocumentId }) => ContentDocumentId === documentId);
  return links.map(({ LinkedEntityId }) => {
    const id = String(LinkedEntityId);
    const object = [...schema.objects.values()].find(({ keyPrefix }) => id.startsWith(keyPrefix))?.name ?? '';
    const linked = store.get(object, id);
    return { object, row: linked && { ...linked } };
  });
}
