import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSimulator, type ServedSimulator } from '../simulators/salesforce/serve-simulator.ts';
import { createSalesforceSimulator } from '../simulators/salesforce/simulator.ts';
import { cachePath, projectRoot } from './lib/project-root.ts';
import { runCommand } from './lib/run-command.ts';

const CLI = cachePath('salesforce-cli', 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');
const home = mkdtempSync(join(tmpdir(), 'setup-org-'));
// The CLI takes NODE_ENV=test for its own development.
const env = { ...process.env, NODE_ENV: 'production', HOME: home, SF_USE_GENERIC_UNIX_KEYCHAIN: 'true', CI: 'true' };
const simulator = createSalesforceSimulator();
let served: ServedSimulator;

const setUpOrg = (...more: string[]) => {
  const people = [
    '--reviewers',
    'reviewer@example.org',
    '--admins',
    'admin@example.org',
    '--requesters',
    'requester@example.org',
  ];
  const endpoint = 'http://127.0.0.1:9/background-check/abcdefghijklmnopqrstuvwx';
  const args = [
    '--org',
    'simulated',
    '--endpoint',
    endpoint,
    '--connector',
    'connector@example.org',
    ...people,
    ...more,
  ];
  return runCommand(join(projectRoot, 'scripts', 'setup-org'), args, { env });
};

beforeAll(async () => {
  await runCommand(join(projectRoot, 'scripts', 'setup-org'), ['--help']);
  served = await serveSimulator(simulator);
  const answer = await fetch(`${served.url}/__control/sessions`, {
    method: 'POST',
    body: JSON.stringify({ username: 'admin@example.org' }),
  });
  const { accessToken } = (await answer.json()) as { accessToken: string };
  const login = ['org', 'login', 'access-token', '--alias', 'simulated', '--instance-url', served.url, '--no-prompt'];
  const options = { env: { ...env, SF_ACCESS_TOKEN: accessToken } };
  expect(await runCommand(process.execPath, [CLI, ...login], options)).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await served.close();
  rmSync(home, { recursive: true });
});

test('an empty org is looked at and left alone', async () => {
  const { code, stdout } = await setUpOrg('--check');
  expect(code).toBe(1);
  expect(stdout).toMatch(/Still to be done.*\n[^]*Compile and deploy the package/);
  expect(simulator.org.database.store.rows('PermissionSetAssignment')).toEqual([]);
});

test('one command deploys, assigns permission sets and fills the groups, and says what is left to a person', async () => {
  const { code, stdout } = await setUpOrg();
  expect(stdout).toContain('Status: Succeeded');
  expect(simulator.org.database.store.rows('PermissionSetAssignment')).toHaveLength(4);
  expect(simulator.org.database.store.rows('GroupMember')).toHaveLength(2);
  const open = stdout.slice(stdout.indexOf('Still to be done'));
  expect(open).toContain('The connector answers where outbound messages go');
  expect(open).toContain('The card and the list button');
  expect(open).not.toContain('Permission sets');
  expect(code).toBe(1);
});
