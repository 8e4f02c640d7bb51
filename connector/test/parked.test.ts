import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../../scripts/lib/org-session.ts';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { startProduct, type Product } from './harness.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ connectorEnv: { RECONCILE_EVERY_SECONDS: '1' } });
});
afterAll(() => product.close());

/** Somebody checked by other means than this org: Checkr's webhooks about them come here all the same. */
async function orderElsewhere(): Promise<{ candidateId: string; reportId: string }> {
  const post = async (path: string, body: object): Promise<string> => {
    const answer = await fetch(`${product.checkr.apiBase}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${product.checkr.apiKey}:`).toString('base64')}`,
      },
      body: JSON.stringify(body),
    });
    return ((await answer.json()) as { id: string }).id;
  };
  const work_locations = [{ country: 'US', state: 'IL', city: 'Springfield' }];
  const candidateId = await post('/candidates', {
    ...{ first_name: 'Elsa', last_name: 'Elsewhere', no_middle_name: true, email: 'elsewhere@example.org' },
    ...{ dob: '1990-04-01', ssn: '111-11-2001', zipcode: '62701', work_locations },
  });
  const reportId = await post('/reports', { candidate_id: candidateId, package: 'tasker_standard', work_locations });
  return { candidateId, reportId };
}

const rowsOf = (id: string) =>
  product.admin.query(
    `SELECT Source_Event_Id__c, Type__c, Outcome__c FROM Background_Check_Event__c WHERE Vendor_Object_Id__c = '${id}'`,
  );
const once = (what: string, isSo: (rows: Row[]) => boolean, id: string) =>
  pollUntil(async () => [await rowsOf(id)].find(isSo), { what, deadlineMs: 30_000, everyMs: 100 });

test('events of somebody unknown wait, and are applied once a check knows the candidate', async () => {
  const { candidateId, reportId } = await orderElsewhere();
  const isOver = (rows: Row[]) => rows.some((row) => row['Type__c'] === 'report.completed');
  const parked = await once('parked events', isOver, reportId);
  expect(parked.every((row) => row['Outcome__c'] === 'Parked')).toBe(true);

  const checkId = await product.requestCheck(await product.createLead());
  await product.checkOnce(checkId, 'invited', (check) => check['Status__c'] === 'Invited');
  const connector = await product.signIn('connector@example.org');
  await connector.update('Background_Check__c', checkId, { Checkr_Candidate_Id__c: candidateId });
  // The next hour, for a test: what ran in this one is forgotten.
  await product.emptyRedis();

  const rows = await once('applied', (found) => found.some((row) => row['Outcome__c'] === 'Applied'), reportId);
  const applied = rows.find((row) => row['Outcome__c'] === 'Applied');
  expect(applied?.['Source_Event_Id__c']).toMatch(/-matched$/);
  const [own] = await product.admin.query(
    `SELECT Source__c, Status__c FROM Background_Check__c WHERE Checkr_Report_Id__c = '${reportId}'`,
  );
  expect(own).toMatchObject({ Source__c: 'Dashboard', Status__c: 'Completed' });
});
