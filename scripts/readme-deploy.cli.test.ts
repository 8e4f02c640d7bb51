import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLauncher, type Launcher } from './lib/launcher.ts';
import { newRun } from './lib/new-run.ts';
import { pollUntil } from './lib/poll-until.ts';
import { cachePath, projectRoot } from './lib/project-root.ts';
import { createOperatorShell, type BlockEnding } from './lib/readme/operator-shell.ts';
import { filledIn, shellBlocksOf } from './lib/readme/shell-blocks.ts';
import { runCommand } from './lib/run-command.ts';
import { startProgram } from './lib/start-program.ts';
import { startWorld, type World } from './lib/start-world.ts';
import { signIn } from './lib/org-session.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

const CLI = cachePath('salesforce-cli', 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');
const place = mkdtempSync(join(tmpdir(), 'readme-'));
const clone = join(place, 'clone');
const launcher: Launcher = createLauncher();
let world: World;
let env: NodeJS.ProcessEnv;
let type: (block: string) => Promise<BlockEnding>;
let webUrl = '';

const BLOCKS = shellBlocksOf(readFileSync(join(projectRoot, 'README.md'), 'utf8'), '## Deploy it');

/** What an operator has on the machine: a clone, the Heroku CLI, the Salesforce CLI logged in as an administrator. */
beforeAll(async () => {
  const { logFolder } = newRun('readme');
  world = await startWorld(launcher, { redisUrl: '', logFolder, timeScale: 60 });
  const { REDIS_SERVER = 'redis-server', REDIS_LIBRARY_PATH = '' } = process.env;
  const heroku = await launcher.launch('Simulated Heroku', () =>
    startProgram({
      name: 'simulated-heroku',
      file: 'simulators/heroku/main.ts',
      args: [
        ...['--folder', join(place, 'heroku'), '--redis-server', REDIS_SERVER],
        ...(REDIS_LIBRARY_PATH ? ['--redis-library-path', REDIS_LIBRARY_PATH] : []),
      ],
      logFolder,
    }),
  );
  mkdirSync(join(place, 'home'));
  env = {
    // The CLI takes NODE_ENV=test for its own development.
    ...{ ...process.env, NODE_ENV: 'production', CI: 'true', SF_USE_GENERIC_UNIX_KEYCHAIN: 'true' },
    HOME: join(place, 'home'),
    HEROKU_SIMULATOR: heroku.url,
    PATH: [join(projectRoot, 'simulators/heroku/bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
  };
  await cloneProject();
  await logIn();
  ({ type } = createOperatorShell({ folder: clone, env, keptIn: place }));
});
afterAll(async () => {
  await launcher.close();
  rmSync(place, { recursive: true, force: true });
});

/** The project as it lies here, in a repository of its own; what is installed is used where it is. */
async function cloneProject(): Promise<void> {
  const apart = ['node_modules', '.cache', '.git', 'artifacts', 'coverage'];
  cpSync(projectRoot, clone, { recursive: true, filter: (path) => !apart.includes(relative(projectRoot, path)) });
  for (const name of ['node_modules', '.cache']) symlinkSync(join(projectRoot, name), join(clone, name));
  const git = (...args: string[]) => runCommand('git', args, { cwd: clone });
  await git('init', '--quiet', '--initial-branch', 'main');
  writeFileSync(join(clone, '.git', 'info', 'exclude'), 'node_modules\n.cache\n');
  await git('add', '--all');
  const who = ['-c', 'user.name=Grace Sample', '-c', 'user.email=grace@example.org'];
  expect(await git(...who, 'commit', '--quiet', '--no-verify', '--message', 'clone')).toMatchObject({ code: 0 });
}

/** In place of the login in a browser. */
async function logIn(): Promise<void> {
  const body = JSON.stringify({ username: 'admin@example.org' });
  const answer = await fetch(`${world.org.url}/__control/sessions`, { method: 'POST', body });
  const { accessToken } = (await answer.json()) as { accessToken: string };
  const args = ['org', 'login', 'access-token', '--alias', 'sandbox', '--instance-url', world.org.url, '--no-prompt'];
  const options = { env: { ...env, SF_ACCESS_TOKEN: accessToken } };
  expect(await runCommand(process.execPath, [CLI, ...args], options)).toMatchObject({ code: 0 });
}

/** What is typed for the placeholders; Salesforce and Checkr are on this machine. */
async function typed(block: string): Promise<string> {
  const apps = await fetch(`${world.org.url}/__control/external-client-apps`);
  const [app] = (await apps.json()) as { consumerKey: string }[];
  const filled = filledIn(block, {
    'username of that user': 'connector@example.org',
    you: 'it@example.org',
    usernames: ['requester@example.org', 'reviewer@example.org', 'admin@example.org'],
    '00D…': world.admin.orgId,
    'consumer key of the app': app?.consumerKey ?? '',
    'secret key': world.checkr.apiKey,
    slug: 'tasker_standard',
  });
  return filled
    .replaceAll('https://test.salesforce.com', world.org.url)
    .replaceAll('https://api.checkr-staging.com/v1', world.checkr.apiBase);
}

async function follow(step: number): Promise<BlockEnding> {
  return type(await typed(BLOCKS[step - 1] ?? ''));
}

test('1. an app with a Redis, and an address', async () => {
  const { failed, said } = await follow(1);
  expect({ failed, said }).toMatchObject({ failed: [] });
  webUrl = said.trim().split('\n').at(-1) ?? '';
  expect(webUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('2. secrets; the private key stays nowhere on the machine', async () => {
  const { failed, said } = await follow(2);
  expect({ failed, said }).toMatchObject({ failed: [] });
  expect(existsSync(join(clone, 'connector.key'))).toBe(false);
  expect((await type('heroku config:get SALESFORCE_PRIVATE_KEY')).said).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
});

test('3. one command sets the org up and says what only a person can do', async () => {
  const { said } = await follow(3);
  expect(said.match(/Status: Succeeded/g)).toHaveLength(2);
  const open = said.slice(said.indexOf('Still to be done')).trim().split(/\n\s*/).slice(1);
  expect(open.filter((line) => !line.startsWith('== '))).toEqual([
    "The connector's External Client App",
    'The connector answers where outbound messages go',
    'Default Workflow User',
    'The card and the list button',
  ]);
  expect(await world.admin.query('SELECT Id FROM PermissionSetAssignment')).toHaveLength(4);
  expect(await world.admin.query('SELECT Id FROM GroupMember')).toHaveLength(2);
});

test('4. and 5. what is configured is built, looked at, and started', async () => {
  expect(await follow(4)).toMatchObject({ failed: [] });
  const { failed, said } = await follow(5);
  expect({ failed, said }).toMatchObject({ failed: [], said: expect.stringMatching(/Released v\d+/) as string });
  const isReady = async () => [await fetch(`${webUrl}/ready`)].find(({ ok }) => ok);
  const ready = await pollUntil(isReady, { what: 'web and worker to be up', deadlineMs: 90_000 });
  // The router keeps connections for 90 s; one that the web process closed before loses a request.
  expect(Number(/timeout=(\d+)/.exec(ready.headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(90);
});

test('6. and 7. with the webhook in Checkr the doctor finds nothing wrong', async () => {
  const answer = await fetch(`${world.checkr.apiBase}/webhooks`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${world.checkr.apiKey}:`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ webhook_url: `${webUrl}/checkr`, include_object: false }),
  });
  expect(answer.status).toBe(201);
  const listed = () => world.admin.query('SELECT Id FROM Background_Check_Package__c WHERE Active__c = true');
  await pollUntil(async () => (await listed()).length > 0, { what: 'packages in the org', deadlineMs: 60_000 });
  const { failed, said } = await follow(6);
  expect({ failed, said }).toMatchObject({ failed: [] });
  // Nobody has requested a check yet.
  expect(said).toMatch(/\? .*salesforce-checks-of-others/);
  expect(said).toMatch(/2\d ok, 0 warnings, 1 unsure, 0 broken/);
});

test('one check for an invented person goes all the way', async () => {
  const requester = await signIn(world.org.url, 'requester@example.org', world.keys);
  const person = { FirstName: 'Grace', LastName: 'Sample', Email: 'grace.sample@example.org', Company: 'Volunteers' };
  const home = { City: 'Springfield', State: 'IL', PostalCode: '62701', Country: 'US' };
  const Lead__c = await requester.create('Lead', { ...person, ...home });
  const id = await requester.uiCreate('Background_Check__c', { Lead__c, Source__c: 'Button' });
  const invited = await checkIs(id, 'Invited');
  const form = { first_name: 'Grace', no_middle_name: true, last_name: 'Sample', dob: '1990-04-01', zipcode: '62701' };
  await fetch(
    `${world.checkr.dashboardUrl}/__control/invitations/${String(invited['Checkr_Invitation_Id__c'])}/complete`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...form, ssn: '111-11-2001', consent: true }),
    },
  );
  expect(await checkIs(id, 'Completed')).toMatchObject({ Cleared__c: true });
});

test('a configuration that does not fit is refused by the release phase, and nothing changes', async () => {
  expect((await type('heroku config:set CHECKR_MODE=live')).said).toContain('the app goes on as it was');
  expect((await type('heroku logs --num 200')).said).toMatch(/BROKEN.*mode/);
  expect((await fetch(`${webUrl}/ready`)).status).toBe(200);
});

function checkIs(id: string, status: string) {
  const soql = `SELECT Status__c, Cleared__c, Checkr_Invitation_Id__c, Error_Help__c FROM Background_Check__c WHERE Id = '${id}'`;
  const read = async () => (await world.admin.query(soql)).find((row) => row['Status__c'] === status);
  return pollUntil(read, { what: `the check to be ${status}`, deadlineMs: 60_000, everyMs: 100 });
}
