import type { OrgSession } from '../../scripts/lib/org-session.ts';

/** What a scan of a signed consent looks like to a machine; nobody's. */
const PAGE = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.from([0xff, 0x00, 0xfe]), Buffer.from('\n%%EOF\n')]);

/** Does what staff do: attaches the signed consent to a Lead and names it there. */
export async function attachConsent(session: OrgSession, leadId: string, fileName = 'signed consent.pdf') {
  const id = await session.create('ContentVersion', {
    PathOnClient: fileName,
    VersionData: PAGE.toString('base64'),
    FirstPublishLocationId: leadId,
  });
  const [version] = await session.query(`SELECT ContentDocumentId FROM ContentVersion WHERE Id = '${id}'`);
  const link = `https://org.example.org/lightning/r/ContentDocument/${String(version?.['ContentDocumentId'])}/view`;
  await session.update('Lead', leadId, { Background_Check_Consent_Document__c: link });
  return { bytes: PAGE.length, link };
}
