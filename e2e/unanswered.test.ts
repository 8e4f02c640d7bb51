import { afterAll, beforeAll, expect, test } from 'vitest';
import { addUser } from './add-user.ts';
import { barriers } from './barriers.ts';
import { follow, notices, openBell } from './bell.ts';
import { named, requestFor, untilRows } from './checks-on-pages.ts';
import { ADMIN, REQUESTER, useHarness } from './harness.ts';

const harness = useHarness();
/** Looks after the checks with nothing but what the package gives. */
const KEEPER = 'keeper@example.org';
const MINUTE = 60_000;
const TITLE = 'Background check request not taken up';

// One after the other, and nobody else orders meanwhile: the connector is told nothing, and the clock is everybody's.
beforeAll(async () => {
  await addUser(harness, {
    username: KEEPER,
    permissionSets: ['Background_Check_Admin'],
    groups: ['Background_Check_Admins'],
  });
  await harness.loseMessages(true);
});
afterAll(async () => {
  await harness.loseMessages(false);
  await harness.moveClock({ now: new Date().toISOString() });
});

test('a check that stays Requested for over 30 minutes is told to the admins, and to nobody else', async () => {
  const { read } = await requestFor(harness, named('clear', 'Undine'));
  const check = await read();
  await harness.moveClock({ advanceMs: 29 * MINUTE });
  const early = await openBell(harness, KEEPER);
  expect(await notices(early, check, TITLE).count()).toBe(0);
  await harness.moveClock({ advanceMs: 2 * MINUTE });
  const page = await follow(harness, KEEPER, { check, title: TITLE });
  await page.locator('c-background-check-summary dd.status').filter({ hasText: 'Requested' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  const requester = await openBell(harness, REQUESTER);
  expect(await requester.getByRole('link', { name: TITLE }).count()).toBe(0);
});

test('a message that failed for 24 hours is listed in Setup, and Retry has it delivered', async () => {
  const { read, checkId } = await requestFor(harness, named('clear', 'Urban'));
  await harness.moveClock({ advanceMs: 24 * 60 * MINUTE });
  const page = await harness.openPage(ADMIN, '/lightning/o/Lead/list');
  await page.getByRole('link', { name: 'Setup', exact: true }).click();
  await page.getByRole('link', { name: 'Outbound Messages' }).click();
  const failed = page.getByRole('article', { name: 'Failed outbound messages' });
  const row = failed.getByRole('row').filter({ hasText: checkId });
  await row.waitFor();
  expect(await row.innerText()).toContain('Lost on the way');
  expect(await barriers(page)).toEqual([]);
  expect(await read()).toMatchObject({ Status__c: 'Requested' });
  await harness.loseMessages(false);
  await row.getByRole('button', { name: /^Retry/ }).click();
  await row.waitFor({ state: 'detached' });
  await untilRows('the message to be delivered', async () => (await read())['Status__c'] === 'Invited');
});
