import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { barriers } from './barriers.ts';
import { named, openPage, playUntil, untilRows, type Window } from './checks-on-pages.ts';
import { startHarness, type Harness } from './harness.ts';

const REVIEWER = 'reviewer@example.org';
const REQUESTER = 'requester@example.org';
const QUEUE = '/lightning/n/Background_Check_Reviews';
const REASON = 'The conviction has nothing to do with the work.';

let harness: Harness;
const windows: Window[] = [];

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(async () => {
  for (const window of windows.splice(0)) await window.close();
});

/** A check with something to consider, and a window of somebody who opens a page. */
async function setup({ firstName, username = REVIEWER }: { firstName: string; username?: string }) {
  const requester = await harness.openWindow();
  windows.push(requester);
  const { checkId } = await playUntil(harness, requester, {
    person: named('consider', firstName),
    status: 'Review Required',
  });
  const window = await harness.openWindow(username);
  windows.push(window);
  const { page } = window;
  const reviewer = await harness.stack.signIn(REVIEWER);
  const decision = async () => {
    const [row] = await reviewer.query(
      `SELECT Review_Decision__c, Review_Reason__c, Reviewed_By__r.Name, Reviewed_Revision__c
       FROM Background_Check__c WHERE Id = '${checkId}'`,
    );
    return row?.['Review_Decision__c'] === null ? false : (row ?? false);
  };
  const revision = async () => {
    const [row] = await reviewer.query(`SELECT Source_Read_At__c FROM Background_Check__c WHERE Id = '${checkId}'`);
    return row?.['Source_Read_At__c'];
  };
  return {
    page,
    revision,
    checkId,
    reviewer,
    open: (to: string) => openPage(harness.stack, page, username, to),
    decided: () => untilRows('the decision', decision),
  };
}

const pageOf = (checkId: string) => `/lightning/r/Background_Check__c/${checkId}/view`;

test('a reviewer finds the check in the queue, opens it with one click and finalizes it as clear', async () => {
  const { page, open, decided, revision } = await setup({ firstName: 'Corinna' });
  await open(QUEUE);
  const row = page.getByRole('row').filter({ hasText: 'Corinna' });
  await row.getByText('Something to consider').waitFor();
  expect(await barriers(page)).toEqual([]);
  await row.getByRole('link').click();
  await page.getByText('This check waits for your decision.').waitFor();
  await page.getByRole('button', { name: 'Finalize Review – Clear' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason for the decision' }).fill('too short');
  expect(await dialog.getByRole('button', { name: 'Finalize Review – Clear' }).isDisabled()).toBe(true);
  await dialog.getByRole('textbox', { name: 'Reason for the decision' }).fill(REASON);
  const seen = await revision();
  await dialog.getByRole('button', { name: 'Finalize Review – Clear' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await decided()).toMatchObject({
    Review_Decision__c: 'Finalize Clear',
    Review_Reason__c: REASON,
    Reviewed_Revision__c: seen,
  });
  await page.getByText(REASON).first().waitFor();
});

test('a reviewer starts an adverse action with the item to cite and the day of the second notice', async () => {
  const { page, checkId, open, decided, reviewer } = await setup({ firstName: 'Constanze' });
  const item = await untilRows('the items that may be cited', async () => {
    const [row] = await reviewer.query(
      `SELECT Id, Text__c FROM Background_Check_Adverse_Item__c WHERE Background_Check__c = '${checkId}'`,
    );
    return row ?? false;
  });
  await open(pageOf(checkId));
  await page.getByRole('button', { name: 'Initiate Adverse Action' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(String(item['Text__c']), { exact: true }).first().click();
  await dialog.getByRole('textbox', { name: 'Reason for the decision' }).fill(REASON);
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Initiate Adverse Action' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await decided()).toMatchObject({ Review_Decision__c: 'Initiate Adverse Action', Review_Reason__c: REASON });
  const [cited] = await reviewer.query(
    `SELECT Cite__c FROM Background_Check_Adverse_Item__c WHERE Id = '${item['Id']}'`,
  );
  expect(cited).toMatchObject({ Cite__c: true });
  expect(await page.getByRole('button', { name: 'Finalize Review – Clear' }).count()).toBe(0);
});

test('somebody who is no reviewer sees neither the queue nor a decision nor the timeline, and cannot decide', async () => {
  const { page, checkId, open } = await setup({ firstName: 'Cosima', username: REQUESTER });
  await open(QUEUE);
  await page.getByText('This page is for compliance reviewers.').waitFor();
  expect(await page.getByRole('row').count()).toBe(0);
  await open(pageOf(checkId));
  await page.getByRole('heading', { name: 'Background Check Results' }).waitFor();
  expect(await page.getByRole('button', { name: 'Finalize Review – Clear' }).count()).toBe(0);
  expect(await page.getByRole('heading', { name: 'Timeline' }).count()).toBe(0);
  const decide = harness.session.uiUpdate(checkId, { Requested_Action__c: 'Finalize Clear' });
  await expect(decide).rejects.toThrow(/refused/);
});

test('looking at results twice on a day is noted once, and the reviewer sees who looked', async () => {
  const { page, checkId, open, reviewer } = await setup({ firstName: 'Clemens' });
  await open(pageOf(checkId));
  await page.getByRole('heading', { name: 'Results viewed' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Results viewed' }).waitFor();
  const views = await reviewer.query(
    `SELECT Viewed_By__r.Name FROM Background_Check_Event__c WHERE Background_Check__c = '${checkId}' AND Outcome__c = 'Viewed'`,
  );
  expect(views).toHaveLength(1);
  expect(await page.getByText('Rui Reviewer · Viewed').count()).toBe(1);
  expect(await barriers(page)).toEqual([]);
});
