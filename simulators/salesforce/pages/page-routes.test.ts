import { expect, test } from 'vitest';

import { createParcelOrg } from './testing/parcel-org.ts';

test('without a session a page asks who one would like to be', async () => {
  const { simulator } = createParcelOrg();
  const page = await (await simulator.app.request('/lightning/o/Lead/list')).text();
  expect(page).toContain('value="requester@example.org"');
  expect(page).toContain('value="/lightning/o/Lead/list"');
});

test('choosing a user starts a session and leads on to the page', async () => {
  const { simulator } = createParcelOrg();
  const answer = await simulator.app.request('/__login?user=requester@example.org&to=/lightning/o/Lead/list');
  expect(answer.status).toBe(302);
  expect(answer.headers.get('Location')).toBe('/lightning/o/Lead/list');
  const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const info = await simulator.app.request('/services/data/v66.0/ui-api/object-info/Lead', {
    headers: { Cookie: cookie },
  });
  expect(info.status).toBe(200);
});

test.each(['https://example.com/', '//example.com', '/\\example.com', 'javascript:alert(1)'])(
  'a login never leads to %s',
  async (to) => {
    const { simulator } = createParcelOrg();
    const answer = await simulator.app.request(`/__login?user=requester@example.org&to=${encodeURIComponent(to)}`);
    expect(answer.headers.get('Location')).toBe('/');
  },
);

test('an unknown user is asked again', async () => {
  const { simulator } = createParcelOrg();
  const answer = await simulator.app.request('/__login?user=nobody@example.org&to=/lightning/setup');
  expect(answer.headers.get('Set-Cookie')).toBeNull();
  expect(await answer.text()).toContain('value="/lightning/setup"');
});

test('a page of an unknown record or object does not exist', async () => {
  const { request } = createParcelOrg();
  expect((await request('requester', '/lightning/r/Lead/zzz000000000001AAA/view')).status).toBe(404);
  expect((await request('requester', '/lightning/o/Nonsense__c/list')).status).toBe(404);
  expect((await request('requester', '/lightning/n/Nonsense')).status).toBe(404);
});

test('setup is for administrators', async () => {
  const { request } = createParcelOrg();
  expect((await request('requester', '/lightning/setup/tables')).status).toBe(403);
  expect((await request('admin', '/lightning/setup/tables')).status).toBe(200);
});

test('the style sheets come from this machine', async () => {
  const { simulator } = createParcelOrg();
  const styles = await simulator.app.request('/lightning/styles/slds.css');
  expect(styles.headers.get('Content-Type')).toContain('text/css');
  expect(await styles.text()).toContain('.slds-button');
});
