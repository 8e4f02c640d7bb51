import { expect, test } from 'vitest';
import { barriers } from './barriers.ts';
import { named, requestFor, untilRows } from './checks-on-pages.ts';
import { ADMIN, REQUESTER, useHarness } from './harness.ts';

const harness = useHarness();
const DELIVERIES = '/lightning/setup/WorkflowOmStatus/home';
const AN_HOUR = 3_600_000;

// One after the other, and nobody else orders meanwhile: the messages of all wait.
test('an admin finds a waiting outbound message in Setup, has one delivered now and another forgotten', async () => {
  await harness.holdMessages(AN_HOUR);
  const sent = await requestFor(harness, named('clear', 'Siri'));
  const forgotten = await requestFor(harness, named('clear', 'Svea'));
  await harness.holdMessages(undefined);
  const page = await harness.openPage(ADMIN, '/lightning/o/Lead/list');
  await page.getByRole('link', { name: 'Setup', exact: true }).click();
  await page.getByRole('link', { name: 'Outbound Messages' }).click();
  await page.waitForURL(`**${DELIVERIES}`);
  const row = (id: string) => page.getByRole('row').filter({ hasText: id });
  await row(forgotten.checkId).waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await sent.read()).toMatchObject({ Status__c: 'Requested' });
  await row(sent.checkId)
    .getByRole('button', { name: /^Retry/ })
    .click();
  await untilRows('the message to be delivered', async () => (await sent.read())['Status__c'] === 'Invited');
  await row(forgotten.checkId)
    .getByRole('button', { name: /^Delete/ })
    .click();
  await row(forgotten.checkId).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { name: 'Failed outbound messages' }).waitFor();
  expect(await row(sent.checkId).count()).toBe(0);
  expect(await row(forgotten.checkId).count()).toBe(0);
  expect(await forgotten.read()).toMatchObject({ Status__c: 'Requested' });
});

test('anybody else is refused there', async () => {
  const page = await harness.openPage(REQUESTER, DELIVERIES);
  await page.getByRole('alert').getByText('Setup is for administrators').waitFor();
  expect(await page.getByRole('button', { name: /^(Retry|Delete)/ }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Setup', exact: true }).count()).toBe(0);
  const answer = await page.request.delete(new URL('/lightning/setup/outbound/04l', page.url()).href);
  expect(answer.status()).toBe(403);
});
