import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { untilClosed } from '../scripts/lib/story/lead-page.ts';
import { barriers } from './barriers.ts';
import { fieldsOf, named, pageOf, playUntil, untilRows, untilSettled } from './checks-on-pages.ts';
import { REVIEWER, test, useHarness } from './harness.ts';

const harness = useHarness();
const REASON = 'The conviction bears on the work with children.';

/** A check whose reviewer has just started an adverse action in the browser. */
async function setup(firstName: string) {
  const { checkId } = await playUntil(harness, { person: named('consider', firstName), status: 'Review Required' });
  await untilSettled(harness, checkId);
  const reviewer = await harness.session(REVIEWER);
  const item = await untilRows('the items that may be cited', async () => {
    const [row] = await reviewer.query(
      `SELECT Id, Text__c FROM Background_Check_Adverse_Item__c WHERE Background_Check__c = '${checkId}'`,
    );
    return row ?? false;
  });
  const page = await harness.openPage(REVIEWER, pageOf('Background_Check__c', checkId));
  await initiate(page, String(item['Text__c']));
  const read = (...fields: string[]) => fieldsOf(reviewer, checkId, ...fields);
  const standing = page.locator('c-review-decision .standing');
  const says = (words: RegExp | string) => standing.filter({ hasText: words }).waitFor();
  await says(/The pre-adverse notice was sent\. The post-adverse notice follows on \w+ \d+, \d{4}/);
  const { Adverse_Action_Id__c: actionId, Checkr_Report_Id__c: reportId } = await read(
    'Adverse_Action_Id__c',
    'Checkr_Report_Id__c',
  );
  return { page, checkId, item, reviewer, read, says, actionId: String(actionId), reportId: String(reportId) };
}

async function initiate(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Initiate Adverse Action' }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Initiate Adverse Action' });
  await dialog.getByRole('textbox', { name: 'Reason for the decision' }).fill(REASON);
  await dialog.getByText(item, { exact: true }).first().waitFor();
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByText(item, { exact: true }).first().click();
  expect(await dialog.getByRole('textbox', { name: 'Post-adverse notice on' }).inputValue()).not.toBe('');
  expect(await barriers(page)).toEqual([]);
  await confirm.click();
  await untilClosed(dialog);
}

test('it is started with the item cited and the day of the second notice, and canceled before that', async () => {
  const { page, checkId, item, reviewer, read, says } = await setup('Constanze');
  // It comes with Checkr's event on the report, after the answer to the decision.
  await untilRows('the adjudication', async () => (await read('Adjudication__c'))['Adjudication__c'] !== null);
  expect(await read('Status__c', 'Adjudication__c', 'Review_Reason__c', 'Adverse_Action_Status__c')).toMatchObject({
    Status__c: 'Review Required',
    Adjudication__c: 'Pre-Adverse Action',
    Review_Reason__c: REASON,
    Adverse_Action_Status__c: 'Pending',
  });
  const [cited] = await reviewer.query(
    `SELECT Cite__c FROM Background_Check_Adverse_Item__c WHERE Id = '${item['Id']}'`,
  );
  expect(cited).toMatchObject({ Cite__c: true });
  expect(await page.getByRole('button', { name: 'Finalize Review – Clear' }).count()).toBe(0);
  const session = await harness.session();
  const cancel = session.uiUpdate(checkId, { Requested_Action__c: 'Cancel Adverse Action' });
  await expect(cancel).rejects.toThrow(/refused/);
  await page.getByRole('button', { name: 'Cancel Adverse Action' }).click();
  const question = page.getByRole('dialog');
  await question.getByText('No further notice is sent').waitFor();
  expect(await barriers(page)).toEqual([]);
  await question.getByRole('button', { name: 'Cancel Adverse Action' }).click();
  await says('The adverse action was canceled. This check waits for your decision again.');
  await page.getByRole('button', { name: 'Finalize Review – Clear' }).waitFor();
  expect(await read('Adverse_Action_Status__c')).toMatchObject({ Adverse_Action_Status__c: 'Canceled' });
});

test('a notice that cannot be delivered, then a dispute, are said on the record and in the queue; it can still be canceled', async () => {
  const { page, read, says, actionId, reportId } = await setup('Conradine');
  await harness.moveCheckr(`/adverse_actions/${actionId}/moves`, { move: 'not_delivered', reason: 'No such mailbox' });
  await says('A notice could not be delivered.');
  const queue = await harness.openPage(REVIEWER, '/lightning/n/Background_Check_Reviews');
  const row = queue.getByRole('row').filter({ hasText: 'Conradine' });
  await row.getByText('A notice was not delivered').waitFor();
  await harness.moveCheckr(`/reports/${reportId}/moves`, { move: 'dispute' });
  await says('The candidate disputes the report.');
  await page.locator('c-background-check-summary dd.status').filter({ hasText: 'Disputed' }).waitFor();
  expect(await page.locator('c-background-check-panel .slds-theme_success').count()).toBe(0);
  await page.getByRole('button', { name: 'Cancel Adverse Action' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel Adverse Action' }).click();
  await says('The adverse action was canceled.');
  expect(await read('Status__c', 'Adverse_Action_Status__c')).toMatchObject({
    Status__c: 'Disputed',
    Adverse_Action_Status__c: 'Canceled',
  });
});

test('when the second notice went out the check is complete and adverse, and nothing is left to decide', async () => {
  const { page, read, says, actionId } = await setup('Constantia');
  await harness.moveCheckr(`/adverse_actions/${actionId}/moves`, { move: 'post_notice' });
  await says('The post-adverse notice was sent. The adverse action is complete.');
  await untilRows('the end', async () => (await read('Status__c'))['Status__c'] === 'Completed');
  expect(await read('Result__c', 'Cleared__c', 'Adverse_Action_Status__c')).toMatchObject({
    Result__c: 'Adverse',
    Cleared__c: false,
    Adverse_Action_Status__c: 'Complete',
  });
  await page.locator('c-background-check-summary dd.status').filter({ hasText: 'Completed' }).waitFor();
  await page.locator('c-background-check-summary').getByText('Not cleared').waitFor();
  expect(await page.getByRole('button', { name: /Adverse Action/ }).count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
});
