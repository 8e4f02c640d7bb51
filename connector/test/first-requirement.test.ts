import { afterAll, beforeAll, expect, test } from 'vitest';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import type { Row } from '../../scripts/lib/org-session.ts';
import { startProduct, type Product } from './harness.ts';

/** What the predecessor was asked for, sentence by sentence; docs/requirements.md leads here. */
let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const tick = (leadId: string, isTicked: boolean) =>
  product.requester.update('Lead', leadId, { Request_Background_Check__c: isTicked });
const checksOf = (leadId: string) =>
  product.admin.query(
    `SELECT Id, Status__c, Source__c FROM Background_Check__c WHERE Lead__c = '${leadId}' ORDER BY Name`,
  );
const ends = (id: unknown, status: string) =>
  product.checkOnce(String(id), status, (check) => check['Status__c'] === status);

async function ticked(fields: Row = {}): Promise<{ lead: string; id: string }> {
  const lead = await product.createLead(fields);
  await tick(lead, true);
  const [check] = await checksOf(lead);
  return { lead, id: String(check?.['Id']) };
}

async function completed(id: string): Promise<Row> {
  const invited = await ends(id, 'Invited');
  await product.fillInForm(invited['Checkr_Invitation_Id__c'], '111-11-2001');
  return ends(id, 'Completed');
}

test('the checkbox changes from false to true and is saved: a check of that Lead begins', async () => {
  const lead = await product.createLead();
  expect(await checksOf(lead)).toEqual([]);
  await tick(lead, true);
  const [check, ...others] = await checksOf(lead);
  expect(others).toEqual([]);
  expect(check).toMatchObject({ Source__c: 'Checkbox' });
  await ends(check?.['Id'], 'Invited');
});

test('already checked: unchecked, saved, checked again and saved, another check begins', async () => {
  const { lead, id } = await ticked();
  await completed(id);
  await tick(lead, true);
  await tick(lead, false);
  expect(await checksOf(lead)).toHaveLength(1);
  await tick(lead, true);
  const [, second] = await checksOf(lead);
  await ends(second?.['Id'], 'Invited');
});

test('the record itself names the Lead, Checkr’s candidate and report, and the status of each step', async () => {
  const { lead, id } = await ticked();
  const invited = await ends(id, 'Invited');
  expect(invited['Checkr_Candidate_Id__c']).toEqual(expect.any(String));
  await completed(id);
  const columns = 'Lead__c, Lead__r.Name, Checkr_Candidate_Id__c, Checkr_Report_Id__c, Status__c';
  const [check] = await product.admin.query(`SELECT ${columns} FROM Background_Check__c WHERE Id = '${id}'`);
  expect(check).toMatchObject({
    ...{ Lead__c: lead, Lead__r: { Name: 'Grace Sample' }, Status__c: 'Completed' },
    ...{ Checkr_Candidate_Id__c: invited['Checkr_Candidate_Id__c'], Checkr_Report_Id__c: expect.any(String) as string },
  });
});

test('a completed check holds its results: every screening with its outcome, and the link to the report', async () => {
  const { id } = await ticked();
  const check = await completed(id);
  expect(check).toMatchObject({ Result__c: 'Clear', Report_URL__c: expect.stringContaining('http') as string });
  const columns = 'Type__c, Status__c, Result__c, Completed_At__c';
  const screenings = await product.admin.query(
    `SELECT ${columns} FROM Background_Check_Screening__c WHERE Background_Check__c = '${id}'`,
  );
  expect(screenings.length).toBeGreaterThan(1);
  for (const each of screenings) expect(each).toMatchObject({ Status__c: 'Complete' });
  const results = screenings.map((each) => each['Result__c']);
  expect(results).toContain('Clear');
  expect(results).not.toContain('Consider');
});

test('the outbound message is acknowledged, after an error as after an order, so that it is sent once', async () => {
  const good = await ticked();
  const bad = await ticked({ Email: null });
  await ends(good.id, 'Invited');
  await ends(bad.id, 'Error');
  const left = await pollUntil(
    async () => {
      const { pending, failed } = (await product.orgControl('GET', '/outbound')) as {
        pending: unknown[];
        failed: unknown[];
      };
      return pending.length === 0 && { failed };
    },
    { what: 'every outbound message to be acknowledged', deadlineMs: 15_000 },
  );
  expect(left.failed).toEqual([]);
});

test('each step is a line of the log that names the record by its id', async () => {
  const { id } = await ticked();
  await completed(id);
  for (const words of ['"became":"done"', '"type":"report.completed"']) {
    const named = () =>
      product
        .logs()
        .split('\n')
        .some((line) => line.includes(id) && line.includes(words));
    await pollUntil(() => Promise.resolve(named()), { what: `a line of it with ${words}`, deadlineMs: 15_000 });
  }
  const route = (path: string) => product.logs().includes(`"route":"${path}`);
  expect([route('/background-check/:secret'), route('/checkr')]).toEqual([true, true]);
});
