import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSimulator, type ServedSimulator } from '../../serve-simulator.ts';
import { createPackageOrg, type PackageOrg } from '../../testing/package-org.ts';
import { createSalesforceCli, type SalesforceCli } from '../../testing/salesforce-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'bulk-'));
const AT = ['--target-org', 'loaded'];

let org: PackageOrg;
let served: ServedSimulator;
let sf: SalesforceCli;
beforeAll(async () => {
  org = createPackageOrg();
  served = await serveSimulator(org);
  sf = createSalesforceCli(folder);
  const login = ['org', 'login', 'access-token', '--instance-url', served.url, '--alias', 'loaded', '--no-prompt'];
  const { code } = await sf.run(login, { SF_ACCESS_TOKEN: org.sessions.create(org.user('admin')).id });
  expect(code).toBe(0);
});
afterAll(async () => {
  sf.remove();
  await served.close();
  rmSync(folder, { recursive: true });
});

test('the CLI loads checks for an administrator; what was refused is counted, and saved with its reason', async () => {
  const leads = Array.from({ length: 230 }, () => org.person('Lead').id);
  const rows = [...leads, ''].map((Lead__c) => ({ Lead__c, Source__c: 'Bulk' }));
  writeFileSync(join(folder, 'checks.csv'), stringify(rows, { header: true }));
  const file = ['--file', 'checks.csv', '--sobject', 'Background_Check__c', '--wait', '2'];
  const loaded = await sf.run(['data', 'import', 'bulk', ...AT, ...file]);
  expect(loaded.output).toContain('Job finished being processed but failed to process 1 records.');
  expect(loaded.code).toBe(1);
  const checks = org.query("SELECT Lead__c, Requested_Action__c FROM Background_Check__c WHERE Source__c = 'Bulk'");
  expect(checks).toMatchObject(leads.map((Lead__c) => ({ Lead__c, Requested_Action__c: 'Order' })));

  const [, job = ''] = /data bulk results .*--job-id (750\w{15})/.exec(loaded.output) ?? [];
  const told = await sf.run(['data', 'bulk', 'results', ...AT, '--job-id', job]);
  expect(told.output).toContain('Successful records: 230');
  const saved = (which: string) => readFileSync(join(folder, `${job}-${which}-records.csv`), 'utf8');
  expect(saved('failed')).toContain('Choose the Lead or the Contact this background check is for.');
  expect(saved('success').trim().split('\n')).toHaveLength(231);
});

test('a column that is no field ends the load with its name, and nothing is loaded', async () => {
  writeFileSync(join(folder, 'misspelt.csv'), stringify([{ Leed__c: '' }], { header: true }));
  const file = ['--file', 'misspelt.csv', '--sobject', 'Background_Check__c', '--external-id', 'External_Id__c'];
  const { code, output } = await sf.run(['data', 'upsert', 'bulk', ...AT, ...file, '--wait', '2']);
  expect(output).toContain('InvalidBatch : Field name not found : Leed__c');
  expect(code).toBe(1);
});
