import '@jsforce/jsforce-node/lib/api/bulk2.js';
import { Connection } from '@jsforce/jsforce-node/lib/connection.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../../scripts/lib/org-session.ts';
import { startProduct, type Product } from './harness.ts';
import { someLead } from './invented-people.ts';
import { effectsFromNow } from './ledger/effects.ts';
import { untilQuiet } from './ledger/quiet.ts';

/** More than the 200 rows of one transaction and the 100 notifications of one message. */
const PEOPLE = 230;
const CHECK = 'Background_Check__c';
const PACKAGE = 'Package__r.Slug__c';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

/** Loads rows by Bulk API 2.0, as Data Loader and `sf data import bulk` do; results come in the order of the rows. */
async function load(order: { object: string; operation?: 'update' }, rows: Row[], username = 'requester@example.org') {
  const session = await product.orgControl('POST', '/sessions', { username });
  const { accessToken } = session as { accessToken: string };
  const { bulk2 } = new Connection({ instanceUrl: product.orgUrl, accessToken, version: '66.0' });
  const input = rows as Record<string, string>[];
  const results = await bulk2.loadAndWaitForResults({ operation: 'insert', ...order, input, pollInterval: 50 });
  return {
    saved: results.successfulResults.map(({ sf__Id }) => sf__Id),
    refused: results.failedResults.map(({ sf__Error }) => sf__Error),
  };
}

const checksNow = () =>
  product.admin.query(
    `SELECT Id, Status__c, Error_Help__c, Lead__r.Email, Checkr_Invitation_Id__c, Price__c, Package__r.Slug__c, Requested_By__r.Username FROM ${CHECK} WHERE Source__c = 'Bulk'`,
  );

test('checks loaded as rows are all ordered, each once; rows with a fault say what to mend, and hold nobody else up', async () => {
  const people = Array.from({ length: PEOPLE }, someLead);
  const { saved: leads } = await load({ object: 'Lead' }, [...people, { ...someLead(), Email: '' }]);
  expect(leads).toHaveLength(PEOPLE + 1);
  const [first, ...others] = leads.map((Lead__c) => ({ Lead__c, [PACKAGE]: 'tasker_standard', Source__c: 'Bulk' }));
  const told = await effectsFromNow(product);

  const rows = [
    first,
    { ...first },
    { ...first, [PACKAGE]: 'no_such_package' },
    ...others,
    { ...first, [PACKAGE]: '' },
    { ...first, Lead__c: '' },
  ];
  const { saved, refused } = await load({ object: CHECK }, rows as Row[]);
  expect(saved).toHaveLength(PEOPLE + 1);
  expect(refused).toEqual([
    expect.stringMatching(/^DUPLICATE_VALUE:duplicate value found: Open_Check_Key__c/),
    expect.stringMatching(/^INVALID_FIELD:Foreign key external ID: no_such_package not found for field Slug__c/),
    expect.stringMatching(/^FIELD_CUSTOM_VALIDATION_EXCEPTION:This person already has an open background check/),
    expect.stringMatching(/^FIELD_CUSTOM_VALIDATION_EXCEPTION:Choose the Lead or the Contact/),
  ]);

  await untilQuiet(product);
  const checks = await checksNow();
  const ordered = checks.filter((check) => check['Status__c'] === 'Invited');
  const failed = checks.filter((check) => check['Status__c'] === 'Error');
  expect([checks.length, ordered.length, failed.length]).toEqual([PEOPLE + 1, PEOPLE, 1]);
  expect(failed[0]).toMatchObject({
    Lead__r: { Email: null },
    Error_Help__c: expect.stringContaining('Fill in Email') as string,
  });
  expect(ordered[0]).toMatchObject({ Price__c: 35, Requested_By__r: { Username: 'requester@example.org' } });
  expect(new Set(ordered.map((check) => check['Checkr_Invitation_Id__c'])).size).toBe(PEOPLE);
  expect(await told()).toMatchObject({ 'candidate.created': PEOPLE, 'invitation.created': PEOPLE });
  expect(await product.orgControl('GET', '/outbound')).toMatchObject({ pending: [], failed: [] });
  expect(await product.orgControl('GET', '/failures')).toEqual([]);

  const mistaken = ordered.slice(0, 3).map(({ Id }) => ({ Id, Requested_Action__c: 'Cancel' }));
  await load({ object: CHECK, operation: 'update' }, mistaken);
  for (const { Id } of mistaken)
    await product.checkOnce(String(Id), 'Canceled', (check) => check['Status__c'] === 'Canceled');
});

test('who may not request checks loads none, and nobody loads a result', async () => {
  const {
    saved: [lead],
  } = await load({ object: 'Lead' }, [someLead()]);
  const row = { Lead__c: lead, Source__c: 'Bulk' };
  const before = (await checksNow()).length;
  await expect(load({ object: CHECK }, [row], 'noaccess@example.org')).rejects.toThrow(
    `Unable to find object: ${CHECK}`,
  );
  const reviewer = await load({ object: CHECK }, [{ Lead__c: lead }], 'reviewer@example.org');
  expect(reviewer.refused).toEqual([expect.stringMatching(/^CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY:/)]);
  const forged = await load({ object: CHECK }, [{ ...row, Status__c: 'Completed', Result__c: 'Clear' }]);
  expect(forged.refused).toEqual([expect.stringMatching(/^INVALID_FIELD_FOR_INSERT_UPDATE:.*Status__c, Result__c/)]);
  await expect(load({ object: CHECK }, [{ ...row, Surname__c: 'Sample' }])).rejects.toThrow(
    'Field name not found : Surname__c',
  );
  expect(await checksNow()).toHaveLength(before);
});
