import { expect } from 'vitest';
import { apiRequester } from '../scripts/lib/story/api-requester.ts';
import { untilShown } from '../scripts/lib/story/shown-status.ts';
import { barriers } from './barriers.ts';
import { fieldsOf, named, newestCheck, pageOf, playUntil, untilRows } from './checks-on-pages.ts';
import { REQUESTER, REVIEWER, test, useHarness } from './harness.ts';

const harness = useHarness();

test('an older check that is opened again takes the pass of a newer one away, on the page of that one, too', async () => {
  const person = named('clear', 'Cosima');
  const { leadId, checkId: older } = await playUntil(harness, { person, status: 'Completed' });
  const reviewer = await harness.session(REVIEWER);
  const requester = apiRequester(await harness.session());
  await requester.openLead(leadId);
  await requester.requestByButton('Tasker Pro');
  await untilShown(requester, { status: 'Invited' });
  await requester.applyAs(person.applicant);
  await untilShown(requester, { status: 'Completed', badges: ['Cleared'] });
  const { page, open } = await harness.openWindow();
  await open(pageOf('Lead', leadId));
  const card = page.locator('c-background-check-panel');
  await card.locator('.slds-theme_success').waitFor();

  const { Checkr_Report_Id__c: report, Name } = await fieldsOf(reviewer, older, 'Checkr_Report_Id__c', 'Name');
  await harness.moveCheckr(`/reports/${String(report)}/moves`, { move: 'revise', result: 'consider' });
  await page.getByText(`Not cleared: ${String(Name)} waits for a reviewer's decision.`).waitFor();
  await card.getByText('This pass counts no longer').waitFor();
  await card.locator('.slds-theme_success').waitFor({ state: 'detached' });
  expect(await page.getByText('Cleared, with no expiry date').count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  await card.locator('dd.number a').click();
  await page.locator('c-background-check-results').getByText('Completed', { exact: true }).waitFor();
  await card.getByText('This pass counts no longer').waitFor();
  await card.getByRole('link', { name: String(Name) }).waitFor();
  expect(await page.locator('.slds-theme_success').count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
});

test('a continuous check that finds nothing is neither a pass nor a failure, and leaves the pass there is', async () => {
  const { leadId, checkId } = await playUntil(harness, { person: named('clear', 'Coretta'), status: 'Completed' });
  const reviewer = await harness.session(REVIEWER);
  const { Checkr_Candidate_Id__c: candidate_id } = await fieldsOf(reviewer, checkId, 'Checkr_Candidate_Id__c');
  await harness.moveCheckr('/reports', { source: 'continuous_check', candidate_id, result: 'clear' });
  await untilRows('the continuous check', async () => {
    const { Id, Status__c } = await newestCheck(reviewer, leadId);
    return Id !== checkId && Status__c === 'Completed';
  });
  const page = await harness.openPage(REQUESTER, pageOf('Lead', leadId));
  const card = page.locator('c-background-check-panel');
  await card.getByText('Nothing new found').waitFor();
  await card.getByText('Cleared, with no expiry date').waitFor();
  await card.getByText('Was cleared', { exact: true }).waitFor();
  expect(await card.getByText('Not cleared').count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
});
