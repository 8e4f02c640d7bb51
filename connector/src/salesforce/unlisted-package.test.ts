import { expect, test } from 'vitest';
import { createCheckRecords } from './check-records.ts';
import type { OrgSession } from './org-session.ts';

const LISTED = 'driver_standard';

interface Sent {
  graphs: { graphId: string; compositeRequest: { referenceId: string; body: Record<string, unknown> }[] }[];
}

/** An org that lists one package and answers to another as Salesforce does; all else it takes, or refuses with these words. */
function setup(otherwise?: { errorCode: string; message: string }) {
  const saved: Record<string, unknown>[] = [];
  const request: OrgSession['request'] = (_method, _path, body) => {
    const graphs = (body as Sent).graphs.map(({ graphId, compositeRequest }) => {
      const [{ referenceId, body: row } = { referenceId: '', body: {} }] = compositeRequest;
      const slug = (row['Package__r'] as { Slug__c: string } | undefined)?.Slug__c;
      const message = `Foreign key external ID: ${String(slug)} not found for field Slug__c in entity Background_Check_Package__c`;
      const unknown = slug !== undefined && slug !== LISTED ? { errorCode: 'INVALID_FIELD', message } : otherwise;
      if (!unknown) saved.push(row);
      const answer = { referenceId, httpStatusCode: unknown ? 400 : 201, body: unknown ? [unknown] : null };
      return { graphId, isSuccessful: !unknown, graphResponse: { compositeResponse: [answer] } };
    });
    return Promise.resolve({ graphs });
  };
  const records = createCheckRecords({ session: { request } as OrgSession, readsDirectAnswers: false });
  const unordered = (packageSlug: string) =>
    records.createUnordered({
      ...{ leadId: 'lead', contactId: null, source: 'Continuous' },
      change: { status: 'Review Required', reportId: 'report1', packageSlug },
    });
  return { records, unordered, saved };
}

test('the result of a continuous check, whose package no list holds, is saved without the package', async () => {
  const { unordered, saved } = setup();
  await unordered('continuous_check');
  expect(saved).toMatchObject([{ Status__c: 'Review Required', Source__c: 'Continuous', Lead__c: 'lead' }]);
  expect(saved[0]).not.toHaveProperty('Package__r');
});

test('so is what Checkr did with a package that is newer than the list', async () => {
  const { records, saved } = setup();
  await records.write('check', { status: 'Invited', packageSlug: 'brand_new' });
  expect(saved).toEqual([{ Status__c: 'Invited' }]);
});

test('a package the org lists is named', async () => {
  const { unordered, saved } = setup();
  await unordered(LISTED);
  expect(saved).toMatchObject([{ Package__r: { Slug__c: LISTED } }]);
});

test('a missing right is not taken for an unknown package', async () => {
  const words = "No such column 'Package__c' on sobject of type 'Background_Check__c'";
  const { unordered, saved } = setup({ errorCode: 'INVALID_FIELD', message: words });
  await expect(unordered(LISTED)).rejects.toThrow('rejected: salesforce-invalid-field');
  expect(saved).toEqual([]);
});
