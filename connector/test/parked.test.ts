import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../../scripts/lib/org-session.ts';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { connectorEnv } from '../../scripts/lib/start-connector.ts';
import { KEY_PREFIX, queueName } from '../src/queue/redis.ts';
import { startProduct, type Product } from './harness.ts';
import { runCommand } from './operator.ts';

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

const CUSTOMERS_RULE = 'objects/Background_Check__c/validationRules/Customers_Rule.validationRule-meta.xml';

/** A rule somebody in the customer's org made, which happens to refuse every review. */
async function setCustomersRule(folder: string, isActive: boolean): Promise<void> {
  const file = join(folder, CUSTOMERS_RULE);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0" encoding="UTF-8"?>
<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Customers_Rule</fullName>
    <active>${isActive}</active>
    <errorConditionFormula>ISPICKVAL(Status__c, "Review Required")</errorConditionFormula>
    <errorDisplayField>Status__c</errorDisplayField>
    <errorMessage>Ask the office of Ada Example first.</errorMessage>
</ValidationRule>
`,
  );
  await product.orgControl('POST', '/deploy', { sources: [folder], env: {} });
}

/** Lets the hours between the tries of a job pass at once. */
async function hurry(queue: Queue): Promise<void> {
  for (const job of await queue.getDelayed()) await job.promote().catch(() => undefined);
}

/** Waiting events are looked at again, as they are every hour. */
async function nextHour(queue: Queue): Promise<void> {
  for (const job of await queue.getJobs(['completed'])) if (job.name === 'match-parked') await job.remove();
}

test('a result the org refuses for a while is not lost: kept as failed, shown to the operator, applied once it may be', async () => {
  const id = await product.requestCheck(await product.createLead());
  const invited = await product.checkOnce(id, 'invited', (check) => check['Status__c'] === 'Invited');
  await product.fillInForm(invited['Checkr_Invitation_Id__c'], '111-11-2001');
  const cleared = await product.checkOnce(id, 'cleared', (check) => check['Cleared__c'] === true);
  const reportId = String(cleared['Checkr_Report_Id__c']);
  const redis = new Redis(product.connectorSettings.redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue(queueName('main'), { connection: redis, prefix: KEY_PREFIX });
  const folder = mkdtempSync(join(tmpdir(), 'customers-rule-'));

  await setCustomersRule(folder, true);
  await product.checkrControl('POST', `/reports/${reportId}/moves`, { move: 'revise', result: 'consider' });
  const isKept = (rows: Row[]) =>
    rows.some((row) => row['Outcome__c'] === 'Failed' && row['Type__c'] === 'report.completed');
  const kept = await pollUntil(
    async () => {
      await hurry(queue);
      return [await rowsOf(reportId)].find(isKept);
    },
    { what: 'a failed row', deadlineMs: 40_000, everyMs: 200 },
  );
  const eventId = String(kept.find((row) => row['Outcome__c'] === 'Failed')?.['Source_Event_Id__c']);
  const [failed] = await product.admin.query(
    `SELECT Background_Check__c, Reason__c FROM Background_Check_Event__c WHERE Source_Event_Id__c = '${eventId}'`,
  );
  expect(failed).toMatchObject({
    Background_Check__c: id,
    Reason__c: expect.stringContaining('salesforce-field-custom-validation-exception: Status__c') as string,
  });
  expect(JSON.stringify(failed)).not.toContain('Ada');
  const { json } = await runCommand(['--json', 'parked'], { env: connectorEnv(product.connectorSettings) });
  expect(json['parked']).toContainEqual(expect.objectContaining({ eventId, why: 'failed', objectId: reportId }));

  await setCustomersRule(folder, false);
  const applied = await pollUntil(
    async () => {
      await nextHour(queue);
      const rows = await rowsOf(reportId);
      return rows.find((row) => String(row['Source_Event_Id__c']).endsWith('-matched'));
    },
    { what: 'the event applied', deadlineMs: 40_000, everyMs: 200 },
  );
  expect(applied).toMatchObject({ Outcome__c: 'Applied' });
  await product.checkOnce(id, 'to be reviewed', (check) => check['Status__c'] === 'Review Required');
  expect(await product.check(id)).toMatchObject({
    Result__c: 'Consider',
    Cleared__c: false,
    Reopen_Reason__c: 'Revision',
  });
  await queue.close();
  redis.disconnect();
  rmSync(folder, { recursive: true });
});
