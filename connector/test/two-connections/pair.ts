import { createHmac } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLauncher } from '../../../scripts/lib/launcher.ts';
import { newRun } from '../../../scripts/lib/new-run.ts';
import { signIn, type OrgSession, type Row } from '../../../scripts/lib/org-session.ts';
import { GROUPS, PERMISSION_SETS } from '../../../scripts/lib/permission-sets.ts';
import { assignPermissionSets, deployPackage, joinGroups } from '../../../scripts/lib/prepare-org.ts';
import { claimDatabase } from '../../../scripts/lib/redis-database.ts';
import { registerWebhook } from '../../../scripts/lib/register-webhook.ts';
import { createRunKeys, type RunKeys } from '../../../scripts/lib/run-keys.ts';
import { CONNECTOR_USERNAME, type CheckrAddress } from '../../../scripts/lib/start-connector.ts';
import { startProgram, type Program } from '../../../scripts/lib/start-program.ts';
import { startCheckr, startOrg } from '../../../scripts/lib/start-simulators.ts';
import { checkrAddress } from '../../../scripts/lib/start-world.ts';

const TIME_SCALE = 600;

/** One org and one Checkr account, before anybody connects them. */
export interface Side {
  name: string;
  keys: RunKeys;
  orgUrl: string;
  checkr: CheckrAddress;
  admin: OrgSession;
  requester: OrgSession;
  control(at: 'org' | 'checkr', method: string, path: string, body?: object): Promise<unknown>;
  /** Paid calls its Checkr account took so far. */
  orders(): Promise<number>;
}

/** A connector that serves several connections, and what starts another one beside or instead of it. */
export interface Pair {
  live: Side;
  sandbox: Side;
  connectorUrl: string;
  worker: Program;
  /** Starts a program of the connector with other settings; its Redis database is its own unless `sharing`. */
  start(what: 'web' | 'worker', settings: Record<string, string>, options?: { sharing: boolean }): Promise<Program>;
  settings: Record<string, string>;
  webhook(body: string, key: string): Promise<Response>;
  close(): Promise<void>;
}

/** A production org with its Checkr account and a sandbox with another, served by one deployment. */
export async function startPair(): Promise<Pair> {
  const database = await claimDatabase(process.env['REDIS_URL'] ?? '');
  const other = await claimDatabase(process.env['REDIS_URL'] ?? '');
  const { logFolder } = newRun('e2e-pair');
  const launcher = createLauncher();
  const live = await startSide('live', logFolder, launcher);
  const sandbox = await startSide('sandbox', logFolder, launcher);
  const settings = {
    ...{ HOST: '127.0.0.1', PORT: '0', CONNECTIONS: 'live,sandbox' },
    ...connection('LIVE', live, live.checkr, { CHECKR_MODE: 'live', CHECKR_DEFAULT_PACKAGE: 'tasker_pro' }),
    ...connection('SANDBOX', sandbox, sandbox.checkr, {
      ...{ CHECKR_MODE: 'test', CHECKR_DEFAULT_PACKAGE: 'tasker_standard', CHECKR_ORDERING: 'report' },
    }),
  };
  let started = 0;
  const start: Pair['start'] = (what, more, { sharing } = { sharing: true }) => {
    const env = { ...settings, ...more, REDIS_URL: sharing ? database.url : other.url };
    const readyMessage = what === 'web' ? 'listening' : 'working';
    const name = `connector-${what}-${(started += 1)}`;
    return launcher.launch(name, () =>
      startProgram({ name, file: `connector/src/${what}.ts`, env, logFolder, readyMessage }),
    );
  };
  const web = await start('web', {});
  await connect(live, web.url, []);
  await connect(sandbox, web.url, ['direct']);
  const worker = await start('worker', {});
  return {
    ...{ live, sandbox, worker, start, settings, connectorUrl: web.url },
    webhook: (body, key) =>
      fetch(`${web.url}/checkr`, {
        ...{ method: 'POST', body },
        headers: { 'x-checkr-signature': createHmac('sha256', key).update(body).digest('hex') },
      }),
    close: async () => {
      await launcher.close();
      await database.close();
      await other.close();
    },
  };
}

/** The variables of one connection; `checkr` may be another side's. */
export function connection(
  prefix: string,
  { keys, orgUrl, admin }: Side,
  checkr: CheckrAddress,
  more: Record<string, string>,
): Record<string, string> {
  const own = {
    SALESFORCE_LOGIN_URL: orgUrl,
    SALESFORCE_ORG_ID: admin.orgId,
    SALESFORCE_USERNAME: CONNECTOR_USERNAME,
    SALESFORCE_CLIENT_ID: keys.clientId,
    SALESFORCE_PRIVATE_KEY: keys.privateKeyPem,
    OUTBOUND_SECRETS: keys.outboundSecret,
    CHECKR_API_KEYS: checkr.apiKey,
    CHECKR_URL: checkr.apiBase,
    CHECKR_DASHBOARD_URL: checkr.dashboardUrl,
    ...more,
  };
  return Object.fromEntries(Object.entries(own).map(([key, value]) => [`${prefix}_${key}`, value]));
}

async function startSide(name: string, parent: string, launcher: ReturnType<typeof createLauncher>): Promise<Side> {
  const logFolder = join(parent, name);
  mkdirSync(logFolder, { recursive: true });
  const keys = createRunKeys();
  const common = { keys, logFolder, port: 0, timeScale: TIME_SCALE };
  const orgArgs = name === 'live' ? ['--production', '--org-id', '00DBC0000000LIV'] : ['--org-id', '00DBC0000000SBX'];
  const org = await launcher.launch(`${name} org`, () => startOrg({ ...common, args: orgArgs }));
  const program = await launcher.launch(`${name} Checkr`, () => startCheckr(common));
  const checkr = checkrAddress(program.url, keys.checkrApiKey);
  const admin = await signIn(org.url, 'admin@example.org', keys);
  const urls = { org: org.url, checkr: program.url };
  const control: Side['control'] = async (at, method, path, body) => {
    const answer = await fetch(`${urls[at]}/__control${path}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? (JSON.parse(text) as unknown) : undefined;
  };
  return {
    ...{ name, keys, orgUrl: org.url, checkr, admin, control },
    requester: await signIn(org.url, 'requester@example.org', keys),
    orders: async () => {
      const { calls } = (await control('checkr', 'GET', '/calls')) as { calls: Row };
      const of = (route: string) => Number(calls[`POST /v1/${route}`] ?? 0);
      return of('candidates') + of('invitations') + of('reports');
    },
  };
}

/** What an administrator does once for each org and each Checkr account. */
async function connect({ keys, orgUrl, admin, checkr }: Side, webUrl: string, more: string[]): Promise<void> {
  await deployPackage(orgUrl, ['main', 'org', ...more], {
    CONNECTOR_ENDPOINT: `${webUrl}/background-check/${keys.outboundSecret}`,
    OUTBOUND_USERNAME: CONNECTOR_USERNAME,
  });
  await assignPermissionSets(admin, PERMISSION_SETS);
  await joinGroups(admin, GROUPS);
  if (more.includes('direct')) {
    await assignPermissionSets(admin, {
      'requester@example.org': ['Background_Check_Direct_Entry'],
      [CONNECTOR_USERNAME]: ['Background_Check_Direct_Reports'],
    });
  }
  await registerWebhook(checkr, `${webUrl}/checkr`);
}
