import { afterEach, expect, test } from 'vitest';
import { filter, flowComponent, input, schedule, start, to } from '../testing/flow-xml.ts';
import { createLeadOrg } from '../testing/lead-org.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const welcomes = flowComponent(
  `<recordUpdates><name>Welcome</name>${input('Title', 'welcome')}<inputReference>$Record</inputReference></recordUpdates>${schedule('Welcome', { at: '2026-11-21T08:00:00.000Z', object: 'Lead', inside: filter('Title', 'IsNull', true) })}`,
  'Welcomes',
);
const copies = flowComponent(
  `<decisions><name>Any</name><defaultConnectorLabel>x</defaultConnectorLabel></decisions><recordCreates><name>Copy</name>${to('Any')}${input('LastName', '=$Record.LastName')}<object>Contact</object></recordCreates>${start('Lead', { when: 'After', to: 'Copy', saves: 'Create' })}`,
  'Copies',
);

function setup() {
  const org = createLeadOrg([copies, welcomes]);
  ends.push(org.stop);
  const ask = async (method: string, path = '', body?: unknown) => {
    const answer = await org.app.request(`/__control/flows${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const insert = () => org.org.insertAs(org.user('requester'), 'Lead', [{ LastName: 'Ada', Company: 'x' }]);
  return { ...org, ask, insert };
}

test('a scheduled flow is run now', async () => {
  const { ask, insert, query } = setup();
  insert();
  expect(await ask('POST', '/Welcomes/run')).toEqual({ status: 200, body: { interviews: 1, failed: 0 } });
  expect(query('SELECT Title FROM Lead')).toMatchObject([{ Title: 'welcome' }]);
  expect((await ask('POST', '/Copies/run')).body).toEqual({ message: 'Copies is no active scheduled flow' });
});

test('an element is told to fail, until it is told otherwise or the org is reset', async () => {
  const { ask, insert, query, reset } = setup();
  await ask('PUT', '/faults', { 'Copies.Copy': 'UNABLE_TO_LOCK_ROW: busy' });
  expect(insert()[0]?.errors[0]?.message).toContain('tried to create records: UNABLE_TO_LOCK_ROW: busy.');
  expect(query('SELECT Id FROM Lead')).toEqual([]);
  reset();
  expect(insert()[0]?.errors).toEqual([]);
});

test.each([
  ['Nothing.Copy', 'no flow Nothing is deployed'],
  ['Copies.Nothing', 'flow Copies has no element Nothing'],
  ['Copies.Any', 'an element of kind decision cannot fail'],
])('%s cannot be told to fail', async (place, reason) => {
  const { status, body } = await setup().ask('PUT', '/faults', { [place]: 'x' });
  expect([status, body['message']]).toEqual([400, expect.stringContaining(reason)]);
});

test('what there is, what waits and what ran is listed', async () => {
  const { ask, insert, clock } = setup();
  clock.set({ now: new Date('2026-11-20T08:00:00Z') });
  insert();
  const { body } = await ask('GET');
  expect(body['flows']).toContainEqual({ name: 'Welcomes', isActive: true, start: 'schedule' });
  expect(body['executed']).toEqual(['Copies.Copy', 'Copies.Any', 'Copies.Any.default']);
  expect(body['schedule']).toMatchObject([{ flow: 'Welcomes' }]);
});

test('the clock runs what is due', async () => {
  const { app, insert, query, clock } = setup();
  clock.set({ now: new Date('2026-11-20T08:00:00Z') });
  await app.request('/__control/clock', { method: 'PUT', body: '{}' });
  insert();
  const answer = await app.request('/__control/clock', { method: 'PUT', body: '{"advanceMs":86400000}' });
  expect(await answer.json()).toMatchObject({ ran: 1 });
  expect(query('SELECT Title FROM Lead')).toMatchObject([{ Title: 'welcome' }]);
});
