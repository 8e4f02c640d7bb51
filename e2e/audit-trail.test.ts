import { beforeAll, expect } from 'vitest';
import { CONNECTOR_USERNAME } from '../scripts/lib/start-connector.ts';
import { addUser } from './add-user.ts';
import { barriers } from './barriers.ts';
import { named, pageOf, playUntil } from './checks-on-pages.ts';
import { REQUESTER, REVIEWER, test, useHarness } from './harness.ts';

const harness = useHarness();
const KEEPER = 'archivist@example.org';
const EVENT = 'Background_Check_Event__c';

beforeAll(() => addUser(harness, { username: KEEPER, permissionSets: ['Background_Check_Admin'] }));

/** A check in whose timeline the connector has noted a message that changed nothing. */
async function setup(firstName: string, outcome: string, reason: string) {
  const { checkId } = await playUntil(harness, { person: named('clear', firstName), status: 'Invited' });
  const connector = await harness.session(CONNECTOR_USERNAME);
  const eventId = await connector.create(EVENT, {
    ...{ Background_Check__c: checkId, Source_Event_Id__c: `${firstName}-${checkId}`, Source__c: 'Checkr' },
    ...{ Type__c: 'report.suspended', Direction__c: 'Inbound', Outcome__c: outcome, Reason__c: reason },
    ...{ Occurred_At__c: '2026-01-05T08:00:00Z', Received_At__c: '2026-01-05T09:30:00Z' },
  });
  return { checkId, eventId };
}

test.for([
  ['Late', 'Ottilie', 'A newer reading of the report is on the record.'],
  ['Parked', 'Ottokar', 'Nobody knew the report yet.'],
  ['Failed', 'Odilo', 'The org refused the write.'],
])(
  '%s: the timeline says when it happened, when it came, and why it changed nothing',
  async ([outcome, name, reason]) => {
    const { checkId } = await setup(name ?? '', outcome ?? '', reason ?? '');
    const page = await harness.openPage(REVIEWER, pageOf('Background_Check__c', checkId));
    const entry = page
      .locator('c-event-timeline')
      .getByRole('listitem')
      .filter({ hasText: reason ?? '' });
    await entry.getByRole('heading', { name: 'Report suspended' }).waitFor();
    await entry.getByText(`Checkr · ${outcome}`).waitFor();
    await entry.getByText(/Jan 5, 2026, 09:30/).waitFor();
    await entry.getByText(/Jan 5, 2026, 08:00/).waitFor();
    expect(await barriers(page)).toEqual([]);
  },
);

test('on the page of a row nobody is offered to change or delete it, and the org refuses both', async () => {
  const { eventId } = await setup('Oda', 'Failed', 'The org refused the write.');
  for (const username of [REVIEWER, KEEPER]) {
    const page = await harness.openPage(username, pageOf(EVENT, eventId));
    await page.getByText('The org refused the write.').first().waitFor();
    expect(await page.getByRole('button', { name: /^(Edit|Delete)/ }).count()).toBe(0);
  }
  const refused = await harness.openPage(REQUESTER, pageOf(EVENT, eventId));
  await refused.getByRole('alert').first().waitFor();
  expect(await refused.getByText('The org refused the write.').count()).toBe(0);
  for (const username of [REQUESTER, REVIEWER, KEEPER, CONNECTOR_USERNAME]) {
    const session = await harness.session(username);
    await expect(session.uiUpdate(eventId, { Reason__c: 'Nothing happened.' })).rejects.toThrow(/refused/);
    await expect(session.uiDelete(eventId)).rejects.toThrow(/refused/);
  }
});
