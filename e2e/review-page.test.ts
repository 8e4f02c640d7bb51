import { expect } from 'vitest';
import { untilClosed } from '../scripts/lib/story/lead-page.ts';
import { barriers } from './barriers.ts';
import { fieldsOf, named, pageOf, playUntil, untilRows, untilSettled } from './checks-on-pages.ts';
import { REQUESTER, REVIEWER, test, useHarness } from './harness.ts';

const harness = useHarness();
const QUEUE = '/lightning/n/Background_Check_Reviews';
const REASON = 'The conviction has nothing to do with the work.';

/** A check with something to consider, and what the reviewers read of it. */
async function setup(firstName: string) {
  const { checkId } = await playUntil(harness, { person: named('consider', firstName), status: 'Review Required' });
  await untilSettled(harness, checkId);
  const reviewer = await harness.session(REVIEWER);
  const read = (...fields: string[]) => fieldsOf(reviewer, checkId, ...fields);
  const decided = () =>
    untilRows('the decision', async () => {
      const row = await read('Review_Decision__c', 'Review_Reason__c', 'Reviewed_By__r.Name', 'Reviewed_Revision__c');
      return row['Review_Decision__c'] !== null && row;
    });
  return { checkId, reviewer, read, decided, path: pageOf('Background_Check__c', checkId) };
}

test('a reviewer finds the check in the queue, opens it with one click and finalizes it as clear', async () => {
  const { decided, read } = await setup('Corinna');
  const page = await harness.openPage(REVIEWER, QUEUE);
  const row = page.getByRole('row').filter({ hasText: 'Corinna' });
  await row.getByText('Something to consider').waitFor();
  await row.getByText('Since today').waitFor();
  expect(await barriers(page)).toEqual([]);
  await row.getByRole('link').click();
  await page.getByText('This check waits for your decision.').waitFor();
  await page.getByRole('button', { name: 'Finalize Review – Clear' }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Finalize Review – Clear' });
  await dialog.getByText(/of Corinna .+ will be completed as cleared/).waitFor();
  await dialog.getByRole('textbox', { name: 'Reason for the decision' }).fill('too short');
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('textbox', { name: 'Reason for the decision' }).fill(REASON);
  const { Source_Read_At__c: seen } = await read('Source_Read_At__c');
  await confirm.click();
  await untilClosed(dialog);
  expect(await decided()).toMatchObject({
    Review_Decision__c: 'Finalize Clear',
    Review_Reason__c: REASON,
    Reviewed_Revision__c: seen,
  });
  await page.getByText(REASON).first().waitFor();
  await page.locator('c-check-badges').getByText('Cleared', { exact: true }).first().waitFor();
  await page.getByText('There is nothing to decide about this check now.').waitFor();
  const timeline = page.locator('c-event-timeline');
  await timeline.getByText('Rui Reviewer · Requested').waitFor();
  await timeline.getByText('Rita Requester · Requested').waitFor();
  await timeline.getByText(REASON).waitFor();
});

test('the queue is filtered by words, reason and age', async () => {
  await setup('Cordelia');
  await setup('Cornelius');
  const page = await harness.openPage(REVIEWER, QUEUE);
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await row('Cordelia').waitFor();
  await page.getByRole('searchbox', { name: 'Person or check' }).fill('cornel');
  await row('Cordelia').waitFor({ state: 'detached' });
  expect(await row('Cornelius').count()).toBe(1);
  await page.getByRole('combobox', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'The candidate disputes' }).click();
  await page.getByText('No review matches. Change the filters to see more.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'Something to consider' }).click();
  await row('Cornelius').waitFor();
  await page.getByRole('combobox', { name: 'Waiting for' }).click();
  await page.getByRole('option', { name: '3 days or more' }).click();
  await row('Cornelius').waitFor({ state: 'detached' });
});

test('somebody who is no reviewer sees neither the queue nor a decision nor the timeline, and cannot decide', async () => {
  const { checkId, path, read } = await setup('Cosima');
  const page = await harness.openPage(REQUESTER, QUEUE);
  await page.getByText("There is no tab Background_Check_Reviews, or you don't have access to it.").waitFor();
  expect(await page.getByRole('row').count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  const check = await harness.openPage(REQUESTER, path);
  await check.getByRole('heading', { name: 'Screenings' }).waitFor();
  await check.locator('c-background-check-summary dd.status').waitFor();
  expect(await check.getByRole('heading', { name: 'Review', exact: true }).count()).toBe(0);
  expect(await check.getByRole('button', { name: 'Finalize Review – Clear' }).count()).toBe(0);
  expect(await check.getByRole('button', { name: 'Initiate Adverse Action' }).count()).toBe(0);
  expect(await check.getByRole('heading', { name: 'Timeline' }).count()).toBe(0);
  expect(await check.getByText('Review Reason').count()).toBe(0);
  const session = await harness.session();
  for (const Requested_Action__c of ['Finalize Clear', 'Initiate Adverse Action', 'Cancel Adverse Action'])
    await expect(session.uiUpdate(checkId, { Requested_Action__c })).rejects.toThrow(/refused/);
  await expect(session.uiUpdate(checkId, { Review_Decision__c: 'Finalize Clear' })).rejects.toThrow(/refused/);
  const items = session.query(`SELECT Id FROM Background_Check_Adverse_Item__c`);
  await expect(items).rejects.toThrow(/refused/);
  expect(await read('Review_Decision__c', 'Requested_Action__c')).toMatchObject({
    Review_Decision__c: null,
    Requested_Action__c: null,
  });
});

test('looking at results twice on a day is noted once, and the reviewer sees who looked', async () => {
  const { checkId, path, reviewer } = await setup('Clementine');
  const page = await harness.openPage(REVIEWER, path);
  await page.getByRole('heading', { name: 'Results viewed' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Results viewed' }).waitFor();
  const views = await reviewer.query(
    `SELECT Viewed_By__r.Name FROM Background_Check_Event__c WHERE Background_Check__c = '${checkId}' AND Outcome__c = 'Viewed'`,
  );
  expect(views).toHaveLength(1);
  expect(await page.getByText('Rui Reviewer · Viewed').count()).toBe(1);
  await page.getByText('Report completed').first().waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('nobody edits or deletes what the timeline shows', async () => {
  const { checkId, reviewer, path } = await setup('Claudius');
  const page = await harness.openPage(REVIEWER, path);
  await page.getByRole('heading', { name: 'Results viewed' }).waitFor();
  const [row] = await reviewer.query(
    `SELECT Id FROM Background_Check_Event__c WHERE Background_Check__c = '${checkId}'`,
  );
  await expect(reviewer.uiUpdate(String(row?.['Id']), { Outcome__c: 'Applied' })).rejects.toThrow(/refused/);
  await expect(reviewer.uiDelete(String(row?.['Id']))).rejects.toThrow(/refused/);
});
