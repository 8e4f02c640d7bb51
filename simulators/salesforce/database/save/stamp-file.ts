import type { SObject } from '../../model.ts';
import type { DatabaseContext } from '../database-context.ts';

/** What a first version brings with it: its document, what the org tells of the bytes, and the link to where it was put. */
export function stampFile({ transaction }: DatabaseContext, row: SObject): void {
  const { VersionData, PathOnClient, FirstPublishLocationId, Title } = row;
  const name = String(PathOnClient);
  Object.assign(row, {
    Title: Title ?? name,
    IsLatest: true,
    FileExtension: /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? null,
    ContentSize: Buffer.from(String(VersionData ?? ''), 'base64').length,
  });
  const [document] = transaction.insert('ContentDocument', [{ Title: row['Title'] ?? null }]);
  row['ContentDocumentId'] = document?.id ?? null;
  if (FirstPublishLocationId) {
    const link = {
      ContentDocumentId: row['ContentDocumentId'],
      LinkedEntityId: FirstPublishLocationId,
      ShareType: 'I',
    };
    transaction.insert('ContentDocumentLink', [link]);
  }
}
