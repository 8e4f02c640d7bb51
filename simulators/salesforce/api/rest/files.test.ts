import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveOrg } from '../../testing/serve-org.ts';

type Org = Awaited<ReturnType<typeof serveOrg>>;

let org: Org;
beforeAll(async () => {
  org = await serveOrg();
});
afterAll(() => org.close());

const BYTES = Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0x00, 0xfe]);

/** A file of the admin's, put on a lead or nowhere. */
async function filed({ isOnLead = true } = {}) {
  const admin = org.connect('admin@example.org');
  const lead = String((await admin.sobject('Lead').create({ LastName: 'Sample', Company: 'Volunteers' })).id);
  const version = {
    PathOnClient: 'consent.PDF',
    VersionData: BYTES.toString('base64'),
    ...(isOnLead ? { FirstPublishLocationId: lead } : {}),
  };
  return { admin, lead, versionId: String((await admin.sobject('ContentVersion').create(version)).id) };
}

const FIELDS = 'Id, Title, FileExtension, ContentSize, IsLatest, ContentDocumentId, VersionData';

test('a file becomes a document with a version, linked to where it was put; its bytes come back as they went in', async () => {
  const { admin, lead, versionId } = await filed();
  const { records } = await admin.query(`SELECT ${FIELDS} FROM ContentVersion WHERE Id = '${versionId}'`);
  const address = `/services/data/v66.0/sobjects/ContentVersion/${versionId}/VersionData`;
  expect(records).toMatchObject([
    { Title: 'consent.PDF', FileExtension: 'pdf', ContentSize: BYTES.length, IsLatest: true, VersionData: address },
  ]);
  const links = await admin.query(`SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = '${lead}'`);
  expect(links.records).toMatchObject([{ ContentDocumentId: records[0]?.['ContentDocumentId'] }]);
  const answer = await fetch(`${org.url}${address}`, { headers: { authorization: `Bearer ${admin.accessToken}` } });
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(BYTES);
});

test("who sees the record a file is on sees the file; one that is nowhere is its owner's alone", async () => {
  const [onLead, nowhere] = [await filed(), await filed({ isOnLead: false })];
  const other = org.connect('noaccess@example.org');
  const seen = await other.query(
    `SELECT Id FROM ContentVersion WHERE Id IN ('${onLead.versionId}', '${nowhere.versionId}')`,
  );
  expect(seen.records.map(({ Id }) => Id)).toEqual([onLead.versionId]);
  const path = `/services/data/v66.0/sobjects/ContentVersion/${nowhere.versionId}/VersionData`;
  await expect(other.requestGet(path)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
});
