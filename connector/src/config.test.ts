import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig, variableNames } from './config.ts';

const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
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

test('a private key pasted into one line is read', () => {
  const config = loadConfig({ ...env, SALESFORCE_PRIVATE_KEY: key.replaceAll('\n', '\\n') });
  expect(config.connections[0]?.salesforce.credentials).toEqual({ privateKey: key });
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
