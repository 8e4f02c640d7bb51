import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig, variableNames } from './config.ts';

const newKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const [key, otherKey] = [newKey(), newKey()];
const connection = {
  SALESFORCE_LOGIN_URL: 'https://test.salesforce.com/',
  SALESFORCE_ORG_ID: '00DBC0000000001',
  SALESFORCE_USERNAME: 'connector@example.org',
  SALESFORCE_CLIENT_ID: 'client',
  SALESFORCE_PRIVATE_KEY: key,
  OUTBOUND_SECRETS: 'a-secret-of-some-length-1,a-secret-of-some-length-2',
  CHECKR_API_KEYS: 'new-key, old-key',
  CHECKR_MODE: 'test',
};
const env = { REDIS_URL: 'redis://localhost:6379', ...connection };
const prefixed = (prefix: string, values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}_${name}`, value]));

test('one connection needs no prefix; an empty variable counts as unset', () => {
  const config = loadConfig({ ...env, PORT: '', CHECKR_URL: '', CHECKR_ADD_ONS: 'a+c+b=abc' });
  expect(config.port).toBe(3000);
  expect(config.connections).toHaveLength(1);
  expect(config.connections[0]).toMatchObject({
    profile: {
      name: 'main',
      orgId: '00DBC00000000012AA',
      ordering: 'invitation',
      mode: 'test',
      addOns: { 'a+b+c': 'abc' },
    },
    salesforce: { loginUrl: 'https://test.salesforce.com' },
    checkrApiKeys: ['new-key', 'old-key'],
    checkrUrl: 'https://api.checkr.com/v1',
    checkrDashboardUrl: 'https://dashboard.checkr.com',
  });
});

test('where Heroku gives an address with TLS apart, that one is used', () => {
  const REDIS_TLS_URL = 'rediss://:secret@redis.example.org:6380';
  expect(loadConfig({ ...env, REDIS_TLS_URL }).redisUrl).toBe(REDIS_TLS_URL);
});

test('a private key pasted into one line is read', () => {
  const config = loadConfig({ ...env, SALESFORCE_PRIVATE_KEY: key.replaceAll('\n', '\\n') });
  expect(config.connections[0]?.salesforce.credentials).toEqual({ privateKeys: [key.trim()] });
});

test('while the key of the org is replaced both are given, one behind the other', () => {
  const both = { ...env, SALESFORCE_PRIVATE_KEY: `${key}${otherKey}` };
  const privateKeys = [key.trim(), otherKey.trim()];
  expect(loadConfig(both).connections[0]?.salesforce.credentials).toEqual({ privateKeys });
  const { SALESFORCE_PRIVATE_KEY: _, ...rest } = env;
  const secrets = { ...rest, SALESFORCE_CLIENT_SECRET: 'new,old' };
  expect(loadConfig(secrets).connections[0]?.salesforce.credentials).toEqual({ clientSecrets: ['new', 'old'] });
  const cutOff = { ...env, SALESFORCE_PRIVATE_KEY: `${key}-----BEGIN PRIVATE KEY-----` };
  expect(() => loadConfig(cutOff)).toThrow('no whole private key');
});

test('a variable that has to be there is said not to be set', () => {
  expect(() => loadConfig({ ...env, REDIS_URL: '', CHECKR_MODE: '' })).toThrow(
    /REDIS_URL: is not set[^]*CHECKR_MODE: is not set/,
  );
});

test('all faults are named at once', () => {
  const faulty = {
    ...env,
    REDIS_URL: 'localhost',
    SALESFORCE_ORG_ID: '001',
    CHECKR_MODE: 'prod',
    SALESFORCE_CLIENT_SECRET: 'both',
  };
  expect(() => loadConfig(faulty)).toThrow(/REDIS_URL[^]*SALESFORCE_ORG_ID[^]*CHECKR_MODE/);
  expect(() => loadConfig({ ...env, SALESFORCE_CLIENT_SECRET: 'both' })).toThrow(
    'SALESFORCE_PRIVATE_KEY: set either this',
  );
});

test('several connections: each has its own prefix', () => {
  const config = loadConfig({
    REDIS_URL: 'redis://localhost:6379',
    CONNECTIONS: 'live,sandbox',
    ...prefixed('LIVE', {
      ...connection,
      SALESFORCE_ORG_ID: '00DAA0000000001',
      CHECKR_API_KEYS: 'live-key',
      CHECKR_MODE: 'live',
    }),
    ...prefixed('SANDBOX', { ...connection, CHECKR_API_KEYS: 'sandbox-key' }),
  });
  expect(config.connections.map(({ profile }) => [profile.name, profile.mode])).toEqual([
    ['live', 'live'],
    ['sandbox', 'test'],
  ]);
});

test('one Checkr key or one org in two connections refuses to start', () => {
  const twice = {
    REDIS_URL: 'redis://localhost:6379',
    CONNECTIONS: 'a,b',
    ...prefixed('A', connection),
    ...prefixed('B', connection),
  };
  expect(() => loadConfig(twice)).toThrow(/CHECKR_API_KEYS: the same key[^]*SALESFORCE_ORG_ID: the same org/);
});

test('a fault of one connection carries its prefix', () => {
  const { CHECKR_MODE: _unset, ...incomplete } = connection;
  expect(() =>
    loadConfig({ REDIS_URL: 'redis://localhost:6379', CONNECTIONS: 'sandbox', ...prefixed('SANDBOX', incomplete) }),
  ).toThrow('SANDBOX_CHECKR_MODE');
});

test('.env.example names every variable, and no other', () => {
  const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8');
  const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(variableNames().toSorted());
});

const account = {
  ATS_ACCOUNT_ID: 'ACCT123',
  ATS_SECRET_HASHES: `scrypt:16384:8:1:${'a'.repeat(22)}:${'b'.repeat(43)}`,
  ATS_SIGNING_SECRETS: `whsec_${'c'.repeat(44)}`,
  ATS_COMPANY: 'Example Tracking',
  ATS_OWNER: 'owner@example.org',
  ATS_CALLBACK_HOSTS: 'api.ats.example, .hooks.example',
};

test('an ATS account is one of its connection; without an id there is none', () => {
  expect(loadConfig(env).connections[0]?.atsAccounts).toEqual([]);
  expect(loadConfig({ ...env, ...account }).connections[0]?.atsAccounts).toMatchObject([
    {
      account: {
        ...{ id: 'ACCT123', connection: 'main', callbackHosts: ['api.ats.example', '.hooks.example'] },
        resultWords: { cleared: 'Pass', adverse: 'Fail', 'not-cleared': 'Review' },
      },
      allowsPrivateCallbacks: false,
    },
  ]);
});

test('several ATS accounts have their own prefix after that of the connection', () => {
  const config = loadConfig({
    REDIS_URL: 'redis://localhost:6379',
    CONNECTIONS: 'live',
    ...prefixed('LIVE', { ...connection, ATS_ACCOUNTS: 'acme,globex' }),
    ...prefixed('LIVE_ACME', account),
    ...prefixed('LIVE_GLOBEX', {
      ...account,
      ATS_ACCOUNT_ID: 'GLOBEX',
      ATS_RESULT_WORDS: 'adverse=Not eligible,expired=',
    }),
  });
  const accounts = config.connections[0]?.atsAccounts.map((each) => each.account);
  expect(accounts?.map(({ id }) => id)).toEqual(['ACCT123', 'GLOBEX']);
  expect(accounts?.[1]?.resultWords).toMatchObject({ cleared: 'Pass', adverse: 'Not eligible', expired: '' });
});

test.each([
  ['a secret in the clear', { ATS_SECRET_HASHES: 'secret' }, /ATS_SECRET_HASHES: each must be made by/],
  ['no signing secret', { ATS_SIGNING_SECRETS: '' }, /ATS_SIGNING_SECRETS/],
  ['no callback host', { ATS_CALLBACK_HOSTS: '' }, /ATS_CALLBACK_HOSTS/],
  ['every callback host', { ATS_CALLBACK_HOSTS: '*' }, /ATS_CALLBACK_HOSTS: each must be/],
  ['a domain with a port', { ATS_CALLBACK_HOSTS: '.hooks.example:8443' }, /ATS_CALLBACK_HOSTS: each must be/],
  ['a port there is not', { ATS_CALLBACK_HOSTS: 'api.ats.example:99999' }, /ATS_CALLBACK_HOSTS: each must be/],
  ['a colon in the id', { ATS_ACCOUNT_ID: 'a:b' }, /ATS_ACCOUNT_ID/],
  ['an owner that is no user', { ATS_OWNER: '00Q000000000001' }, /ATS_OWNER/],
  ['an adverse result told as a pass', { ATS_RESULT_WORDS: 'adverse=PASS' }, /ATS_RESULT_WORDS: "Pass" means cleared/],
  ['an unknown outcome', { ATS_RESULT_WORDS: 'passed=Pass' }, /ATS_RESULT_WORDS: "passed" is none of/],
  [
    'private callbacks of a live account',
    { CHECKR_MODE: 'live', ATS_ALLOW_PRIVATE_CALLBACKS: 'true' },
    /ATS_ALLOW_PRIVATE_CALLBACKS: must not/,
  ],
])('%s refuses to start', (_name, change, words) => {
  expect(() => loadConfig({ ...env, ...account, ...change })).toThrow(words);
});

test('a variable that was left out is named as such, those of accounts and vendors too', () => {
  const { ATS_COMPANY: _company, ...noCompany } = account;
  expect(() => loadConfig({ ...connection, ...noCompany, VENDOR_NAME: 'Acme' })).toThrow(
    'Bad configuration:\n  REDIS_URL: is not set\n  ATS_COMPANY: is not set\n  VENDOR_SECRETS: is not set',
  );
});

test('one ATS account in two connections refuses to start', () => {
  const other = { ...connection, ...account, SALESFORCE_ORG_ID: '00DAA0000000001', CHECKR_API_KEYS: 'other' };
  const twice = { ...prefixed('A', { ...connection, ...account }), ...prefixed('B', other) };
  expect(() => loadConfig({ REDIS_URL: 'redis://localhost:6379', CONNECTIONS: 'a,b', ...twice })).toThrow(
    'ATS_ACCOUNT_ID: the same account',
  );
});

test('a review app of Heroku refuses a live account', () => {
  const live = { ...env, CHECKR_MODE: 'live' };
  expect(loadConfig(live).connections[0]?.profile.mode).toBe('live');
  expect(() => loadConfig({ ...live, HEROKU_PR_NUMBER: '12' })).toThrow(/CHECKR_MODE: .*a review app never is/);
});
