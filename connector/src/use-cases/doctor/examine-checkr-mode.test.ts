import { expect, test } from 'vitest';
import { testConnection } from '../../testing/fakes.ts';
import { examineCheckrMode } from './examine-checkr-mode.ts';

const PRODUCTION = 'https://api.checkr.com/v1';
const STAGING = 'https://api.checkr-staging.com/v1';
const LIVE_LINK = 'apply.checkr.com';
const TEST_LINK = 'apply.checkrhq-staging.net';

test.each([
  ['test', STAGING, null, 'ok', /mode test/],
  ['test', PRODUCTION, null, 'unsure', /no invitation shows yet/],
  ['test', PRODUCTION, TEST_LINK, 'ok', /as the newest invitation shows/],
  ['test', PRODUCTION, LIVE_LINK, 'broken', /a live one: it was billed/],
  ['live', PRODUCTION, null, 'unsure', /no invitation shows yet/],
  ['live', PRODUCTION, LIVE_LINK, 'ok', /as the newest invitation shows/],
  ['live', PRODUCTION, TEST_LINK, 'broken', /nobody is checked/],
  ['live', STAGING, LIVE_LINK, 'broken', /is a test address/],
] as const)('%s at %s whose newest invitation leads to %s is %s', async (...row) => {
  const [mode, apiUrl, host, state, words] = row;
  const surveyor = { newestInvitationHost: () => Promise.resolve(host) };
  const finding = await examineCheckrMode({ surveyor, profile: { ...testConnection, mode }, apiUrl });
  expect(finding.state).toBe(state);
  expect(finding.words).toMatch(words);
});
