import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../../scripts/lib/org-session.ts';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { startWorker } from '../../scripts/lib/start-connector.ts';
import type { Program } from '../../scripts/lib/start-program.ts';
import { startProduct, type Product } from './harness.ts';

let product: Product;
let worker: Program;
beforeAll(async () => {
  const connectorEnv = {
    RECONCILE_EVERY_SECONDS: '1',
    RECONCILE_ACTIONS_AFTER_MINUTES: '0',
    RECONCILE_OPEN_AFTER_MINUTES: '0',
  };
  product = await startProduct({ connectorEnv });
  worker = product.programs.worker;
});
afterAll(async () => {
  await worker.stop();
  await product.close();
});

const ends = (id: string, status: string) => product.checkOnce(id, status, (check) => check['Status__c'] === status);

test('results whose every webhook was lost are found by asking Checkr', async () => {
  const id = await product.requestCheck(await product.createLead());
  const invited = await ends(id, 'Invited');
  await product.checkrControl('POST', '/webhooks', { mode: 'drop' });
  await product.fillInForm(invited['Checkr_Invitation_Id__c'], '111-11-2001');
  expect(await ends(id, 'Completed')).toMatchObject({ Cleared__c: true });
  await product.checkrControl('POST', '/webhooks', { mode: 'normal' });
});

test('a pass is taken away when Checkr revises the report, though every webhook of it was lost', async () => {
  const id = await product.requestCheck(await product.createLead());
  const invited = await ends(id, 'Invited');
  await product.fillInForm(invited['Checkr_Invitation_Id__c'], '111-11-2001');
  const { Checkr_Report_Id__c: reportId } = await ends(id, 'Completed');
  await product.checkrControl('POST', '/webhooks', { mode: 'drop' });
  await product.checkrControl('POST', `/reports/${String(reportId)}/moves`, { move: 'revise', result: 'consider' });
  expect(await ends(id, 'Review Required')).toMatchObject({ Cleared__c: false, Reopen_Reason__c: 'Revision' });
  await product.checkrControl('POST', '/webhooks', { mode: 'normal' });
});

test('requests that only Redis knew of are ordered after it was flushed, each once', async () => {
  await worker.stop('SIGKILL');
  const leads = await Promise.all(Array.from({ length: 5 }, () => product.createLead()));
  const checks = await Promise.all(leads.map((lead) => product.requestCheck(lead)));
  await product.orgControl('POST', '/settle');
  await product.emptyRedis();
  worker = await startWorker(product.connectorSettings, 'connector-worker-after-flush');
  const invited = await Promise.all(checks.map((id) => ends(id, 'Invited')));
  expect(new Set(invited.map((check) => check['Checkr_Candidate_Id__c'])).size).toBe(5);
});

test('what a continuous check found is found after the flush that lost its events', async () => {
  const id = await product.requestCheck(await product.createLead());
  const invited = await ends(id, 'Invited');
  await product.fillInForm(invited['Checkr_Invitation_Id__c'], '111-11-2001');
  const { Checkr_Candidate_Id__c: candidateId } = await ends(id, 'Completed');
  await product.checkrControl('POST', '/webhooks', { mode: 'drop' });
  const found = { source: 'continuous_check', result: 'consider', candidate_id: candidateId };
  const { id: reportId } = await product.checkrControl('POST', '/reports', found);
  await product.emptyRedis();
  const soql = `SELECT Source__c, Status__c FROM Background_Check__c WHERE Checkr_Report_Id__c = '${String(reportId)}'`;
  const inReview = (rows: Row[]) => rows.find((row) => row['Status__c'] === 'Review Required');
  const own = await pollUntil(async () => inReview(await product.admin.query(soql)), {
    ...{ what: 'a check of its own', deadlineMs: 20_000 },
  });
  expect(own).toMatchObject({ Source__c: 'Continuous' });
  await product.checkrControl('POST', '/webhooks', { mode: 'normal' });
});

test('a worker that lost Redis under its feet carries on when it is empty', async () => {
  await product.emptyRedis();
  const id = await product.requestCheck(await product.createLead());
  const invited = await ends(id, 'Invited');
  await product.emptyRedis();
  await product.fillInForm(invited['Checkr_Invitation_Id__c'], '111-11-2001');
  await ends(id, 'Completed');
});

test('while Checkr refuses our key a request says so, the admins are told, and afterwards it is one order', async () => {
  await product.checkrControl('POST', '/faults', { match: 'POST /v1/candidates', status: 401, times: 1000 });
  const id = await product.requestCheck(await product.createLead());
  const waiting = await product.checkOnce(id, 'told why it waits', (check) => check['Error_Help__c'] !== null);
  expect(waiting).toMatchObject({
    ...{ Status__c: 'Requested', Requested_Action__c: 'Order', Error_Create_Candidate__c: null },
    Error_Help__c: expect.stringMatching(/API key.*goes on by itself.*Admins were told/) as string,
  });
  const told = await product.admin.query("SELECT Id FROM Background_Check_Event__c WHERE Type__c = 'checkr.refuses'");
  expect(told).toHaveLength(1);
  await product.checkrControl('DELETE', '/faults');
  await product.emptyRedis();
  expect(await ends(id, 'Invited')).toMatchObject({ Error_Help__c: null, Operation__c: waiting['Operation__c'] });
});
