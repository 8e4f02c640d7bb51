import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckChange } from '../src/domain/check.ts';
import type { CheckEvent } from '../src/domain/check-event.ts';
import { isFailure } from '../src/domain/failure.ts';
import type { Screening } from '../src/domain/screening.ts';
import { createAtsCallbacks } from '../src/salesforce/ats-callbacks.ts';
import { createAtsOrders } from '../src/salesforce/ats-orders.ts';
import { createCheckRecords } from '../src/salesforce/check-records.ts';
import { createOrg } from '../src/salesforce/org.ts';
import { createParkedEvents } from '../src/salesforce/parked-events.ts';
import { createPackageOffer } from '../src/salesforce/package-offer.ts';
import { createPackageRecords } from '../src/salesforce/package-records.ts';
import type { OrgSession } from '../src/salesforce/org-session.ts';
import { createVendorRecords } from '../src/salesforce/vendor-records.ts';
import { PACKAGE_FOLDER, servePackagedOrg, type PackagedOrg } from './packaged-org.ts';

const SET = 'permissionsets/Background_Check_Connector.permissionset-meta.xml';
const xml = readFileSync(join(PACKAGE_FOLDER, 'default', SET), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'permissions-'));

let org: PackagedOrg;

beforeAll(async () => {
  org = await servePackagedOrg();
});
afterAll(async () => {
  await org.close();
  rmSync(folder, { recursive: true });
});

/** Gives the connector's user this permission set instead of the one it has. */
function grant(changed: string): void {
  cpSync(join(PACKAGE_FOLDER, 'default', SET), join(folder, 'main/default', SET), { recursive: true });
  writeFileSync(join(folder, 'main/default', SET), changed);
  expect(org.deploy({ sources: [join(folder, 'main')], env: {} })).toHaveProperty('deployed');
}

const everything: CheckChange = {
  status: 'In Progress',
  requestedAction: null,
  connectionKey: 'org/test',
  packageSlug: 'standard',
  candidateId: 'candidate',
  invitationId: 'invitation',
  invitationUrl: 'https://apply.example.org/1',
  invitationExpiresAt: '2026-12-01T00:00:00Z',
  reportUrl: 'https://dashboard.example.org/1',
  result: 'Clear',
  assessment: 'Eligible',
  adjudication: 'Engaged',
  includesCanceled: true,
  resultSummary: 'words',
  reopenReason: 'Revision',
  estimatedCompletion: '2026-12-01',
  estimatedDays: 3,
  vendorRevision: 1,
  completedAt: '2026-11-20T12:00:00Z',
  turnaroundSeconds: 60,
  errorCreateCandidate: 'words',
  errorCreateInvitation: 'words',
  errorCreateReport: 'words',
  errorRetrieveReport: 'words',
  errorHelp: 'words',
  reviewDecision: null,
  adverseActionId: 'action',
  adverseActionStatus: 'Pending',
  adverseActionPostNoticeAt: '2026-12-04T12:00:00Z',
  atsCallbackStatus: 'Delivered',
  atsCallbackNumber: 1,
  atsCallbackAttempts: 1,
  atsCallbackNextAt: '2026-12-04T12:00:00Z',
  atsCallbackResult: 'Pass',
};
const screening: Screening = {
  ...{
    externalId: 'Checkr:screening',
    type: 'ssn_trace',
    jurisdiction: 'IL',
    status: 'Complete',
    result: 'Clear',
    flags: ['thin_file'],
  },
  ...{
    completedAt: '2026-11-20T12:00:00Z',
    turnaroundSeconds: 60,
    recordCount: 0,
    cancellationReason: 'none',
    error: 'Vendor unable to complete screening',
  },
  summary: 'words',
};
const event: CheckEvent = {
  ...{
    sourceEventId: 'event',
    type: 'report.completed',
    source: 'Checkr',
    direction: 'Inbound',
    outcome: 'Applied',
    reason: 'words',
    summary: 'words',
  },
  ...{ vendorObjectId: 'report', checkId: null, receivedAt: '2026-11-20T12:00:00Z', durationMs: 5 },
  ...{ occurredAt: '2026-11-20T11:59:00Z', payloadSha256: 'e'.repeat(64), vendorParentId: 'candidate' },
  ...{ requestId: 'request', parkedMessage: '{}' },
};
let reading = 1_795_000_000_000;

/** All the connector does in an org, as its own user. */
async function doEverything(): Promise<void> {
  const session = org.connectorSession();
  const records = createCheckRecords({ session, readsDirectAnswers: false });
  const parked = createParkedEvents(session);
  const vendors = createVendorRecords(session);
  await createOrg(session).getFacts();
  await createPackageRecords(session, null).replaceAll([
    { slug: 'standard', name: 'Standard', priceCents: 3500, screenings: ['SSN trace'] },
    { slug: `new-${reading}`, name: 'New', priceCents: null, screenings: [] },
  ]);
  for (const person of ['Lead', 'Contact']) {
    const id = org.createCheck(person);
    reading += 1;
    expect(await records.findById(id)).not.toBeNull();
    const ids = { reportId: `report-${reading}`, externalId: `Checkr:${reading}` };
    const moments = { sourceReadAt: reading, reportChangedAt: reading };
    await records.write(
      id,
      { ...everything, ...ids, ...moments },
      {
        screenings: [{ ...screening, externalId: `Checkr:screening-${reading}` }],
        event: { ...event, sourceEventId: `event-${reading}`, checkId: id },
      },
    );
    await records.note({ ...event, sourceEventId: `note-${reading}` });
    expect(await vendors.findByExternalId(ids.externalId)).not.toBeNull();
    expect(await vendors.listScreenings(id)).toHaveLength(1);
    await vendors.listNewlyLinked({ afterId: '', limit: 1 });
    await vendors.listParked('Acme:order');
    await records.write(id, {}, { adverseItems: [{ id: `item-${reading}`, text: 'something found' }] });
    expect(await records.listCitedItems(id)).toEqual([]);
    await records.write(id, {}, { adverseItems: [] });
    await records.listOutstanding({ connectionKey: 'org/test', untouchedSince: reading, afterId: '', limit: 1 });
    const span = { completedSince: 0, completedUntil: reading, limit: 1 };
    await records.listUnassessed({ connectionKey: 'org/test', ...span });
    await records.listOpen({ connectionKey: 'org/test', untouchedSince: reading, afterId: '', limit: 1 });
    const [known] = await records.listByReportOrCandidate('report', everything.candidateId ?? '');
    const { leadId = null, contactId = null } = known ?? {};
    const unordered = {
      leadId,
      contactId,
      source: 'Dashboard',
      change: { status: 'Completed', reportId: `own-${reading}` },
    } as const;
    await records.createUnordered(unordered);
    await records.listByInvitationOrCandidate('invitation', 'candidate');
    await parked.list({ outcome: 'Parked', since: 0, until: reading, afterId: '', limit: 1 });
    await parked.listKnownIds('org/test', ['candidate']);
    await records.listNoted(['event']);
  }
  reading += 1;
  await orderFromAts(session, `order-${reading}`);
}

/** What the door of applicant tracking systems and their callbacks do. */
async function orderFromAts(session: OrgSession, id: string): Promise<void> {
  const orders = createAtsOrders(session);
  const applicant = {
    ...{ firstName: 'Grace', lastName: 'Sample', email: `${id}@example.org`, phone: '888-555-1234' },
    ...{ street: '1 Main St.', city: 'Springfield', state: 'IL', postalCode: '62701' },
  };
  const key = `acme:${id}`;
  await orders.read(key, applicant);
  await createPackageOffer(session).listOffered();
  const { checkId } = await orders.place({
    ...{ key, hash: 'hash', accountId: 'acme', backgroundCheckId: id, webhookUrl: 'https://ats.example.com/' },
    ...{ packageSlug: 'standard', addOnSlugs: ['drugs'], connectionKey: 'org/test', owner: 'requester@example.org' },
    person: { applicant, company: 'Acme' },
  });
  const callbacks = createAtsCallbacks(session);
  await callbacks.find(checkId);
  await callbacks.listDue({ connectionKey: 'org/test', now: reading, afterId: '', limit: 1 });
}

/** What the connector makes of it: kind, code and the names it would log. */
async function refusal(): Promise<string> {
  try {
    await doEverything();
    return 'nothing was refused';
  } catch (error) {
    if (!isFailure(error)) throw error;
    return `${error.message} ${error.fields.join(' ')}`;
  }
}

const blocks = (tag: string) =>
  [...xml.matchAll(new RegExp(` *<${tag}>[^]*?</${tag}>\\n`, 'g'))].map(([block]) => block);
const nameIn = (block: string) => /<(?:field|object|name)>(.*?)</.exec(block)?.[1] ?? '';
/** What the org's words call it: a relationship is written `Package__r`, an address by its parts. */
const wordFor = (name: string) => {
  const field = name.split('.').at(-1) ?? name;
  if (field.endsWith('Address')) return /City|MailingCity/;
  return new RegExp(field.replace(/__c$/, '__[cr]'));
};

test('with its permission set the connector can do everything', async () => {
  grant(xml);
  expect(await refusal()).toBe('nothing was refused');
});

describe('every grant of the Connector permission set is needed, and missing it is reported by name', () => {
  test.each(blocks('fieldPermissions').map((block) => [nameIn(block), block]))('read %s', async (name, block) => {
    grant(xml.replace(block, ''));
    expect(await refusal()).toMatch(wordFor(name));
  });

  const editable = blocks('fieldPermissions').filter((block) => block.includes('<editable>true'));
  test.each(editable.map((block) => [nameIn(block), block]))('edit %s', async (name, block) => {
    grant(xml.replace(block, block.replace('<editable>true', '<editable>false')));
    expect(await refusal()).toMatch(wordFor(name));
  });

  test('Read on Account, without which Salesforce grants no Read on Contact', () => {
    const account = blocks('objectPermissions').find((block) => nameIn(block) === 'Account');
    expect(account ?? 'Account is missing').toContain('<allowRead>true');
  });

  const objects = blocks('objectPermissions').filter((block) => nameIn(block) !== 'Account');
  test.each(objects.map((block) => [nameIn(block), block]))('all of %s', async (name, block) => {
    const withoutItsFields = blocks('fieldPermissions').filter((field) => nameIn(field).startsWith(`${name}.`));
    grant(withoutItsFields.reduce((left, field) => left.replace(field, ''), xml.replace(block, '')));
    expect(await refusal()).toMatch(new RegExp(name.replace(/__c$/, '__[cr]')));
  });

  test.each(blocks('customPermissions').map((block) => [nameIn(block), block]))('%s', async (_name, block) => {
    grant(xml.replace(block, ''));
    expect(await refusal()).toContain('salesforce-field-custom-validation-exception');
  });
});
