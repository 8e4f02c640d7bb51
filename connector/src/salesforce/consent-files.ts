import { z } from 'zod';
import { consentContentType } from '../domain/consent-file.ts';
import { Failure } from '../domain/failure.ts';
import type { ConsentFiles } from '../domain/ports.ts';
import type { OrgSession } from './org-session.ts';
import { queryAll, quoted } from './soql.ts';

const versionSchema = z.object({ Id: z.string(), FileExtension: z.string().nullish(), ContentSize: z.number() });

/** Files of an org that hold somebody's signed consent. */
export function createConsentFiles(session: OrgSession): ConsentFiles {
  return {
    async read(documentId, personId) {
      await refuseUnlinked(session, documentId, personId);
      const soql =
        `SELECT Id, FileExtension, ContentSize FROM ContentVersion ` +
        `WHERE ContentDocumentId = ${quoted(documentId)} AND IsLatest = true`;
      const [version] = await queryAll(session, soql, versionSchema);
      if (!version) throw new Failure('invalid', 'consent-document-not-on-person');
      const { Id, FileExtension: extension = null, ContentSize: size } = version;
      const contentType = consentContentType({ extension, size });
      const bytes = await session.download(`/sobjects/ContentVersion/${Id}/VersionData`);
      return { name: `consent.${extension?.toLowerCase() ?? ''}`, contentType, bytes };
    },
  };
}

/** A file of somebody else must never prove this person's consent. */
async function refuseUnlinked(session: OrgSession, documentId: string, personId: string): Promise<void> {
  const soql = `SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = ${quoted(personId)}`;
  const links = await queryAll(session, soql, z.object({ ContentDocumentId: z.string() }));
  const isLinked = links.some(({ ContentDocumentId }) => ContentDocumentId.slice(0, 15) === documentId.slice(0, 15));
  if (!isLinked) throw new Failure('invalid', 'consent-document-not-on-person');
}
