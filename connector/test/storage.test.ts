import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/lib/project-root.ts';
import { startProduct, type Product } from './harness.ts';

/** Salesforce counts every row of a custom object as that many KB. */
const KB_PER_ROW = 2;
const CHECKS = 3;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const rowsOf = async (object: string): Promise<number> =>
  (await product.admin.query(`SELECT Id FROM ${object}`)).length;

/** A check from the button to the pass, as the applicant and Checkr move it. */
async function clearedCheck(): Promise<void> {
  const id = await product.requestCheck(await product.createLead());
  const invited = await product.checkOnce(id, 'Invited', (row) => row['Status__c'] === 'Invited');
  await product.fillInForm(invited['Checkr_Invitation_Id__c'], '111-11-2001');
  await product.checkOnce(id, 'Completed', (row) => row['Status__c'] === 'Completed');
}

/** The rows of "per 1,000 checks" in docs/admin.md: what is counted, rows, MB. */
function documented(what: string): { rows: number; megabytes: number } {
  const guide = readFileSync(join(projectRoot, 'docs', 'admin.md'), 'utf8');
  const line = guide.split('\n').find((one) => one.startsWith(`| ${what}`));
  const [, , rows = '', megabytes = ''] = (line ?? '').split('|').map((cell) => cell.trim());
  return { rows: Number(rows.replace(',', '')), megabytes: parseFloat(megabytes) };
}

test.each([
  ['checks', 'Background_Check__c'],
  ['screenings', 'Background_Check_Screening__c'],
  ['events', 'Background_Check_Event__c'],
])('the storage that docs/admin.md names for %s is what checks take', async (what, object) => {
  if ((await rowsOf('Background_Check__c')) === 0) await Promise.all(Array.from({ length: CHECKS }, clearedCheck));
  const perThousand = (1000 * (await rowsOf(object))) / CHECKS;
  const { rows, megabytes } = documented(what);
  expect(rows).toBeGreaterThanOrEqual(perThousand);
  expect(rows).toBeLessThanOrEqual(2 * perThousand);
  expect(megabytes).toBe((rows * KB_PER_ROW) / 1000);
});
