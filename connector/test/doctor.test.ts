import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashSecret } from '../src/ats/secret-hash.ts';
import { connectorEnv } from '../../scripts/lib/start-connector.ts';
import type { Workshop } from '../src/cli/workshop.ts';
import type { Examined } from '../src/use-cases/doctor/examine.ts';
import { startProduct, type Product } from './harness.ts';
import { runCommand } from './operator.ts';

const SET = 'default/permissionsets/Background_Check_Connector.permissionset-meta.xml';
const MAIN = join(import.meta.dirname, '../../force-app/main');
const xml = readFileSync(join(MAIN, SET), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'doctor-'));

let product: Product;
let redis: Redis;
let sound: Record<string, string>;

beforeAll(async () => {
  product = await startProduct();
  redis = new Redis(product.connectorSettings.redisUrl);
  sound = { ...connectorEnv(product.connectorSettings), PUBLIC_URL: product.connectorUrl };
  const requested = await product.requestCheck(await product.createLead());
  await product.checkOnce(requested, 'Invited', (row) => row['Status__c'] === 'Invited');
});
afterAll(async () => {
  redis.disconnect();
  await product.close();
  rmSync(folder, { recursive: true });
});

let env: Record<string, string> = {};
beforeEach(() => {
  env = { ...sound };
});

async function doctor(bend?: (workshop: Workshop) => Workshop): Promise<{ code: number; found: Examined[] }> {
  const said = await runCommand(['--json', 'doctor'], { env, ...(bend ? { bend } : {}) });
  return { code: said.code, found: said.json['findings'] as Examined[] };
}

/** Gives the connector's user this permission set in place of its own. */
async function grant(changed: string): Promise<void> {
  const file = join(folder, 'main', SET);
  cpSync(join(MAIN, SET), file, { recursive: true });
  writeFileSync(file, changed);
  await product.orgControl('POST', '/deploy', { sources: [join(folder, 'main')], env: {} });
}

const block = (tag: string, name: string) =>
  [...xml.matchAll(new RegExp(` *<${tag}>[^]*?</${tag}>\\n`, 'g'))]
    .map(([text]) => text)
    .find((text) => text.includes(`>${name}<`)) ?? '';
const without = (tag: string, name: string) => grant(xml.replace(block(tag, name), ''));

/** A rule of the org's own: no Lead without a phone. */
async function phoneRule(active: boolean): Promise<void> {
  const name = 'Phone_Needed';
  const rules = join(folder, 'rule', 'default/objects/Lead/validationRules');
  mkdirSync(rules, { recursive: true });
  const rule =
    `<fullName>${name}</fullName><active>${String(active)}</active>` +
    '<errorConditionFormula>ISBLANK(Phone)</errorConditionFormula><errorDisplayField>Phone</errorDisplayField>' +
    '<errorMessage>A phone is needed.</errorMessage>';
  writeFileSync(
    join(rules, `${name}.validationRule-meta.xml`),
    `<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata">${rule}</ValidationRule>`,
  );
  await product.orgControl('POST', '/deploy', { sources: [join(folder, 'rule')], env: {} });
}

/** A setting of the server for the length of one row. */
async function redisSetting(name: string, value: string): Promise<() => Promise<unknown>> {
  const [, before = ''] = (await redis.config('GET', name)) as string[];
  await redis.config('SET', name, value);
  return () => redis.config('SET', name, before);
}

async function webhooks(change: (id: string) => Promise<unknown>): Promise<void> {
  const answer = await checkr('GET', '/webhooks');
  for (const { id } of answer['data'] as { id: string }[]) await change(id);
}

async function checkr(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const { apiBase, apiKey } = product.checkr;
  const answer = await fetch(`${apiBase}${path}`, {
    method,
    headers: { authorization: `Basic ${btoa(`${apiKey}:`)}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as Record<string, unknown>;
}

async function onlyWebhook(webhook_url: string, include_object = false): Promise<void> {
  await webhooks((id) => checkr('DELETE', `/webhooks/${id}`));
  if (webhook_url) await checkr('POST', '/webhooks', { webhook_url, include_object });
}
const ourWebhook = () => onlyWebhook(`${product.connectorUrl}/checkr`);

test('on a sound installation nothing is broken, and the program ends with 0', async () => {
  await ourWebhook();
  const { code, found } = await doctor();
  expect(found.filter(({ state }) => state !== 'ok')).toEqual([]);
  expect(code).toBe(0);
  expect(new Set(found.map(({ step }) => step)).size).toBeGreaterThanOrEqual(20);
});

test('what belongs to an ATS and to other vendors is looked at too', async () => {
  await ourWebhook();
  await withAts({})();
  Object.assign(env, { VENDOR_NAME: 'Globex', VENDOR_SECRETS: 'g'.repeat(24) });
  const { code, found } = await doctor();
  const wordsOf = (step: string) => found.find((each) => each.step === step)?.words;
  expect(wordsOf('ats-owner-acme')).toMatch(/tried and taken back/);
  expect(wordsOf('ats-callbacks-acme')).toMatch(/may go to 93\.184\.215\.14/);
  expect(wordsOf('vendor-globex')).toMatch(/\/webhooks\/background_check\/globex\.$/);
  expect(code).toBe(0);
  expect(await product.admin.query("SELECT Id FROM Lead WHERE FirstName = 'Doctor'")).toEqual([]);
});

interface Seed {
  title: string;
  step: string;
  says: RegExp;
  state?: 'broken' | 'warning';
  /** Plants the fault; gives what takes it away again. */
  plant(): Promise<(() => Promise<unknown>) | undefined> | undefined;
  bend?: (workshop: Workshop) => Workshop;
}

const set = (name: string, value: string) => () => void (env[name] = value);
const setAll = (values: Record<string, string>) => () => void Object.assign(env, values);
/** An account of an applicant tracking system as it should be, but for what is given. */
const withAts = (but: Record<string, string>) => async () => {
  Object.assign(env, {
    ATS_ACCOUNT_ID: 'acme',
    ATS_SECRET_HASHES: await hashSecret('a-secret-of-some-length'),
    ATS_SIGNING_SECRETS: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
    ATS_COMPANY: 'Acme',
    ATS_OWNER: 'reviewer@example.org',
    ATS_CALLBACK_HOSTS: '93.184.215.14',
    ...but,
  });
  return undefined;
};
const nodes = (...list: object[]) => product.checkrControl('POST', '/nodes', { nodes: list });
const withNodes = (CHECKR_NODE: string) => async () => {
  await nodes({ custom_id: 'store-1', name: 'Store 1' });
  env['CHECKR_NODE'] = CHECKR_NODE;
  return () => nodes();
};
const later = (ms: number) => (workshop: Workshop) => ({ ...workshop, now: () => Date.now() + ms });

const seeds: Seed[] = [
  { title: 'a variable is missing', step: 'config', says: /SALESFORCE_ORG_ID/, plant: set('SALESFORCE_ORG_ID', '') },
  {
    title: 'a secret is too short',
    step: 'config',
    says: /OUTBOUND_SECRETS.*24/,
    plant: set('OUTBOUND_SECRETS', 'short'),
  },
  {
    title: 'the Redis is another one',
    step: 'redis',
    says: /does not answer/,
    plant: set('REDIS_URL', 'redis://127.0.0.1:1'),
  },
  {
    title: 'Redis refuses the password',
    step: 'redis',
    says: /refuses the password/,
    plant: () => void (env['REDIS_URL'] = (sound['REDIS_URL'] ?? '').replace('redis://', 'redis://nobody:wrong@')),
  },
  {
    title: 'Redis may drop keys',
    step: 'redis-eviction',
    says: /allkeys-lru/,
    plant: () => redisSetting('maxmemory-policy', 'allkeys-lru'),
  },
  {
    title: 'Redis is nearly out of connections',
    step: 'redis-connections',
    says: /of \d+ connections are used/,
    plant: async () => {
      const used = Number(/connected_clients:(\d+)/.exec(await redis.info('clients'))?.[1]);
      return redisSetting('maxclients', String(used + 3));
    },
  },
  {
    title: 'Redis is nearly full',
    step: 'redis-memory',
    state: 'warning',
    says: /MB of memory are used/,
    plant: async () => {
      const used = Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
      return redisSetting('maxmemory', String(Math.round(used * 1.1)));
    },
  },
  {
    title: 'no worker is alive',
    step: 'worker',
    says: /nothing is worked off/,
    plant: async () => {
      await product.programs.worker.stop();
      await redis.del('bgcheck:worker-heartbeat');
      return undefined;
    },
  },
  {
    title: 'the web process is not where it should be',
    step: 'web',
    says: /does not answer/,
    plant: set('PUBLIC_URL', 'http://127.0.0.1:1'),
  },
  {
    title: 'the address is another program',
    step: 'web',
    says: /answers 404/,
    plant: () => void (env['PUBLIC_URL'] = product.orgUrl),
  },
  {
    title: 'the private key is cut off',
    step: 'config',
    says: /SALESFORCE_PRIVATE_KEY: is no whole private key/,
    plant: set('SALESFORCE_PRIVATE_KEY', '-----BEGIN PRIVATE KEY-----'),
  },
  {
    title: 'the login address is wrong',
    step: 'salesforce-login',
    says: /does not answer/,
    plant: set('SALESFORCE_LOGIN_URL', 'http://127.0.0.1:1'),
  },
  {
    title: 'the app is unknown',
    step: 'salesforce-login',
    says: /does not know the app|does not let this user/,
    plant: set('SALESFORCE_CLIENT_ID', 'another-app'),
  },
  {
    title: 'the user is unknown',
    step: 'salesforce-login',
    says: /does not let this user in/,
    plant: set('SALESFORCE_USERNAME', 'nobody@example.org'),
  },
  {
    title: 'it is another org',
    step: 'salesforce-org',
    says: /00D000000000001/,
    plant: set('SALESFORCE_ORG_ID', '00D000000000001'),
  },
  {
    title: 'a sandbox would order from a live account',
    step: 'mode',
    says: /every order is refused/,
    plant: set('CHECKR_MODE', 'live'),
  },
  {
    title: 'a live connection has a test address',
    step: 'checkr-mode',
    says: /test address/,
    plant: set('CHECKR_MODE', 'live'),
  },
  {
    title: 'an object is hidden',
    step: 'salesforce-objects',
    says: /Background_Check_Screening__c/,
    plant: async () => {
      const fields = [...xml.matchAll(/ *<fieldPermissions>[^]*?<\/fieldPermissions>\n/g)].map(([text]) => text);
      const ofScreening = fields.filter((text) => text.includes('Background_Check_Screening__c.'));
      const bare = [...ofScreening, block('objectPermissions', 'Background_Check_Screening__c')];
      await grant(bare.reduce((left, text) => left.replace(text, ''), xml));
      return () => grant(xml);
    },
  },
  {
    title: 'a field is hidden',
    step: 'salesforce-rights',
    says: /read Background_Check__c\.Checkr_Report_Id__c/,
    plant: async () => {
      await without('fieldPermissions', 'Background_Check__c.Checkr_Report_Id__c');
      return () => grant(xml);
    },
  },
  {
    title: 'a field may not be written',
    step: 'salesforce-rights',
    says: /edit Background_Check__c\.Status__c/,
    plant: async () => {
      const field = block('fieldPermissions', 'Background_Check__c.Status__c');
      await grant(xml.replace(field, field.replace('<editable>true', '<editable>false')));
      return () => grant(xml);
    },
  },
  {
    title: 'an address is hidden',
    step: 'salesforce-rights',
    says: /read Lead\.Address/,
    plant: async () => {
      await without('fieldPermissions', 'Lead.Address');
      return () => grant(xml);
    },
  },
  {
    title: 'screenings may not be created',
    step: 'salesforce-rights',
    says: /create Background_Check_Screening__c/,
    plant: async () => {
      const object = block('objectPermissions', 'Background_Check_Screening__c');
      await grant(xml.replace(object, object.replace('<allowCreate>true', '<allowCreate>false')));
      return () => grant(xml);
    },
  },
  {
    title: 'the custom permission is missing',
    step: 'salesforce-audit',
    says: /is refused/,
    plant: async () => {
      await without('customPermissions', 'Write_Background_Check_Results');
      return () => grant(xml);
    },
  },
  {
    title: 'Modify All on checks is missing',
    step: 'salesforce-checks-of-others',
    says: /is refused/,
    plant: async () => {
      const object = block('objectPermissions', 'Background_Check__c');
      await grant(xml.replace(object, object.replace('<modifyAllRecords>true', '<modifyAllRecords>false')));
      return () => grant(xml);
    },
  },
  {
    title: 'the connector would call itself',
    step: 'salesforce-user-permissions',
    says: /Send Outbound Messages is on/,
    plant: async () => {
      const on =
        '    <userPermissions>\n        <enabled>true</enabled>\n        <name>SendOutboundMessages</name>\n    </userPermissions>\n';
      await grant(xml.replace('</PermissionSet>', `${on}</PermissionSet>`));
      return () => grant(xml);
    },
  },
  {
    title: 'direct reports without what they need',
    step: 'salesforce-rights',
    says: /read Lead\.SSN__c/,
    plant: set('CHECKR_ORDERING', 'report'),
  },
  {
    title: 'direct reports without the right to see encrypted data',
    step: 'salesforce-user-permissions',
    says: /ViewEncryptedData/,
    plant: set('CHECKR_ORDERING', 'report'),
  },
  {
    title: 'outbound messages do not arrive',
    step: 'requests-waiting',
    says: /1 requests lie untouched/,
    bend: later(10 * 60_000),
    plant: async () => {
      await product.orgControl('PUT', '/outbound/mode', { drop: 1 });
      await product.requestCheck(await product.createLead());
      return undefined;
    },
  },
  {
    title: 'the clock of this machine is wrong',
    step: 'clock-salesforce',
    state: 'warning',
    says: /differs by/,
    bend: later(10 * 60_000),
    plant: () => undefined,
  },
  {
    title: 'the API calls of the org are nearly used up',
    step: 'salesforce-api-calls',
    state: 'warning',
    says: /are used/,
    plant: async () => {
      await product.orgControl('PUT', '/limit', { limit: 1000, used: 900 });
      return () => product.orgControl('PUT', '/limit', { limit: 15_000, used: 0 });
    },
  },
  {
    title: 'the API calls of the org are used up',
    step: 'salesforce-login',
    says: /used up its API calls/,
    plant: async () => {
      await product.orgControl('PUT', '/limit', { limit: 1, used: 1 });
      return () => product.orgControl('PUT', '/limit', { limit: 15_000, used: 0 });
    },
  },
  {
    title: 'the API key is another',
    step: 'checkr-key',
    says: /does not know/,
    plant: set('CHECKR_API_KEYS', 'another-key'),
  },
  {
    title: "the address is not Checkr's",
    step: 'checkr',
    says: /checkr-/,
    plant: set('CHECKR_URL', 'http://127.0.0.1:1/v1'),
  },
  {
    title: 'the account is not authorized',
    step: 'checkr-account',
    says: /not authorized/,
    plant: async () => {
      await product.checkrControl('POST', '/account', { authorized: false });
      return () => product.checkrControl('POST', '/account', { authorized: true });
    },
  },
  {
    title: 'the default package is not offered',
    step: 'default-package',
    says: /no_such_package/,
    plant: set('CHECKR_DEFAULT_PACKAGE', 'no_such_package'),
  },
  {
    title: 'the default package is not in the org',
    step: 'packages-in-org',
    says: /no_such_package/,
    plant: set('CHECKR_DEFAULT_PACKAGE', 'no_such_package'),
  },
  {
    title: 'an add-on leads nowhere',
    step: 'add-ons',
    says: /tasker_dreams/,
    plant: set('CHECKR_ADD_ONS', 'tasker_standard+drug_test=tasker_dreams'),
  },
  {
    title: 'the node is not at Checkr',
    step: 'checkr-node',
    says: /knows no node store-9/,
    plant: withNodes('store-9'),
  },
  {
    title: 'the account has nodes and none is named',
    step: 'checkr-node',
    says: /none is named/,
    plant: withNodes(''),
  },
  {
    title: 'a node is named and the account has none',
    step: 'checkr-node',
    says: /CHECKR_NODE is store-1, but/,
    plant: set('CHECKR_NODE', 'store-1'),
  },
  {
    title: 'the key orders for real, though it is said to be one for tests',
    step: 'checkr-mode',
    says: /the newest invitation is a live one/,
    plant: () => undefined,
    bend: (workshop) => ({
      ...workshop,
      benches: workshop.benches.map((bench) => ({
        ...bench,
        checkr: { ...bench.checkr, newestInvitationHost: () => Promise.resolve('apply.checkr.com') },
      })),
    }),
  },
  {
    title: 'the owner of an ATS account is not there',
    step: 'ats-owner-acme',
    says: /is not in the org/,
    plant: withAts({ ATS_OWNER: 'nobody@example.org' }),
  },
  {
    title: 'the owner of an ATS account has left',
    step: 'ats-owner-acme',
    says: /is not active/,
    plant: async () => {
      const [user] = await product.admin.query("SELECT Id FROM User WHERE Username = 'reviewer@example.org'");
      await withAts({ ATS_OWNER: String(user?.['Id']) })();
      await product.admin.update('User', String(user?.['Id']), { IsActive: false });
      return () => product.admin.update('User', String(user?.['Id']), { IsActive: true });
    },
  },
  {
    title: 'the owner of an ATS account may not read checks',
    step: 'ats-owner-acme',
    says: /may not read checks/,
    plant: withAts({ ATS_OWNER: 'noaccess@example.org' }),
  },
  {
    title: 'a rule of the org refuses the Leads of an ATS account',
    step: 'ats-owner-acme',
    says: /An order of acme is refused \(.*validation-exception.*Phone\)/,
    plant: async () => {
      await withAts({})();
      await phoneRule(true);
      return () => phoneRule(false);
    },
  },
  {
    title: 'callbacks of an ATS account lead into a private network',
    step: 'ats-callbacks-acme',
    says: /never sent: 10\.1\.2\.3/,
    plant: withAts({ ATS_CALLBACK_HOSTS: '10.1.2.3:8443' }),
  },
  {
    title: 'two ATS accounts have one id',
    step: 'config',
    says: /ATS_ACCOUNT_ID: the same account twice/,
    plant: async () => {
      await withAts({ ATS_ACCOUNTS: 'one,two' })();
      const names = Object.keys(env).filter((name) => name.startsWith('ATS_') && name !== 'ATS_ACCOUNTS');
      for (const name of names) Object.assign(env, { [`ONE_${name}`]: env[name], [`TWO_${name}`]: env[name] });
      return undefined;
    },
  },
  {
    title: "a vendor's secret is too short",
    step: 'config',
    says: /VENDOR_SECRETS: each must be 24/,
    plant: setAll({ VENDOR_NAME: 'Acme', VENDOR_SECRETS: 'short' }),
  },
  {
    title: "a vendor's secret is missing",
    step: 'config',
    says: /VENDOR_SECRETS: is not set/,
    plant: setAll({ VENDOR_NAME: 'Acme' }),
  },
  {
    title: 'the default vendor is none of them',
    step: 'config',
    says: /DEFAULT_VENDOR: must be one of VENDORS/,
    plant: setAll({ VENDOR_NAME: 'Acme', VENDOR_SECRETS: 'a'.repeat(24), DEFAULT_VENDOR: 'globex' }),
  },
  {
    title: 'no webhook is there',
    step: 'checkr-webhook',
    says: /nowhere/,
    plant: async () => {
      await onlyWebhook('');
      return ourWebhook;
    },
  },
  {
    title: 'the webhook goes elsewhere',
    step: 'checkr-webhook',
    says: /not here/,
    plant: async () => {
      await onlyWebhook('https://elsewhere.example.org/checkr');
      return ourWebhook;
    },
  },
  {
    title: 'webhooks carry personal data',
    step: 'checkr-webhook',
    state: 'warning',
    says: /personal data/,
    plant: async () => {
      await onlyWebhook(`${product.connectorUrl}/checkr`, true);
      return ourWebhook;
    },
  },
];

describe('the doctor names what is wrong, and what to do', () => {
  test.each(seeds)('$title', async ({ plant, step, says, state = 'broken', bend }) => {
    const takeAway = await plant();
    try {
      const { code, found } = await doctor(bend);
      const finding = found.find((each) => each.step === step && each.state === state);
      expect(finding?.words ?? JSON.stringify(found.filter((each) => each.state !== 'ok'))).toMatch(says);
      expect(finding?.mend).toBeTruthy();
      expect(code).toBe(found.some((each) => each.state === 'broken') ? 1 : 0);
    } finally {
      await takeAway?.();
    }
  });
});

test('typed on a command line it prints a table and ends with 1 when something is broken', () => {
  const cli = join(import.meta.dirname, '../src/cli.ts');
  const { PATH = '', HOME = '' } = process.env;
  const { status, stdout } = spawnSync(process.execPath, [cli, 'doctor'], {
    env: { PATH, HOME, ...sound, CHECKR_MODE: '' },
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/BROKEN.*config.*CHECKR_MODE/);
  expect(status).toBe(1);
});

test('a connection nobody knows is told with the names there are', async () => {
  await expect(runCommand(['doctor', '--connection', 'other'], { env })).rejects.toThrow(/no connection other.*main/);
});

test('no secret is among the words', async () => {
  env['CHECKR_API_KEYS'] = 'an-unknown-key-of-checkr';
  const { found } = await doctor();
  const words = JSON.stringify(found);
  for (const name of ['CHECKR_API_KEYS', 'OUTBOUND_SECRETS', 'SALESFORCE_PRIVATE_KEY'])
    expect(words).not.toContain(env[name]);
});
