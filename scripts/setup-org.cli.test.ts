import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parseXml } from '../simulators/salesforce/metadata/xml.ts';
import { serveSimulator, type ServedSimulator } from '../simulators/salesforce/serve-simulator.ts';
import { createSalesforceSimulator } from '../simulators/salesforce/simulator.ts';
import { cachePath, projectRoot } from './lib/project-root.ts';
import { runCommand } from './lib/run-command.ts';
import { adminSession } from './lib/admin-session.ts';

const CLI = cachePath('salesforce-cli', 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');
const home = mkdtempSync(join(tmpdir(), 'setup-org-'));
// The CLI takes NODE_ENV=test for its own development.
const env = { ...process.env, NODE_ENV: 'production', HOME: home, SF_USE_GENERIC_UNIX_KEYCHAIN: 'true', CI: 'true' };
const simulator = createSalesforceSimulator();
const { org } = simulator;
/** A connector that is ready. */
let connector: Server;
let served: ServedSimulator;
let endpoint: string;

vi.setConfig({ testTimeout: 400_000 });

const PEOPLE = ['--reviewers', 'reviewer@example.org', '--admins', 'admin@example.org'];

function setUpOrg(...more: string[]) {
  const needed = ['--org', 'simulated', '--endpoint', endpoint, '--connector', 'connector@example.org'];
  const args = [...needed, ...PEOPLE, '--requesters', 'requester@example.org', ...more];
  return runCommand(join(projectRoot, 'scripts', 'setup-org'), args, { env });
}

/** The titles under "Still to be done". */
const openSteps = (stdout: string) =>
  stdout
    .slice(stdout.indexOf('Still to be done'))
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter(Boolean);

beforeAll(async () => {
  connector = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
  await once(connector, 'listening');
  const { port } = connector.address() as AddressInfo;
  endpoint = `http://127.0.0.1:${port}/background-check/abcdefghijklmnopqrstuvwx`;
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
  connector.close();
  rmSync(home, { recursive: true });
});

test('verify:org takes the session the CLI holds, and says when it holds none', async () => {
  const { accessToken, instanceUrl } = await adminSession('simulated', env);
  const answer = await fetch(`${instanceUrl}/services/data/v66.0/limits`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expect([instanceUrl, answer.status]).toEqual([served.url, 200]);
  await expect(adminSession('nobody', env)).rejects.toThrow(/not logged in to nobody: run scripts\/setup-org/);
});

test('an empty org is looked at and left alone', async () => {
  const { code, stdout } = await setUpOrg('--check');
  expect(code).toBe(1);
  expect(openSteps(stdout)).toEqual(
    expect.arrayContaining([
      'Compile and deploy the package, with where outbound messages go',
      "The connector's External Client App",
      'Permission sets',
      'Members of the groups that are told and that decide',
      'The outbound message goes to the connector, as its own user',
      'Every flow of the package is active',
    ]),
  );
  expect(stdout).toContain('External Client App\n   to do: it is not in the org');
  expect(org.database.store.rows('PermissionSetAssignment')).toEqual([]);
});

test('--check names each thing that was changed since, and what to do', async () => {
  setUp();
  breakEverything();
  const { stdout } = await setUpOrg('--check');
  const open = openSteps(stdout);
  expect(open).toEqual([
    "The connector's External Client App",
    'Permission sets',
    'Members of the groups that are told and that decide',
    'Somebody reviews, and somebody looks after the checks',
    "Send Outbound Messages is off for the connector's user",
    'The outbound message goes to the connector, as its own user',
    'The connector answers where outbound messages go',
    'Require Validation for Converted Leads',
    'Every flow of the package is active',
    'Default Workflow User',
    'The card and the list button',
  ]);
  expect(stdout).toContain('requester@example.org needs Background_Check_Requester');
  expect(stdout).toContain('reviewer@example.org is not in the group Background_Check_Reviewers');
  expect(stdout).toContain('in: permission set Sends_Messages');
  expect(stdout).toContain('it goes to another endpoint than --endpoint, and it is sent as another user');
  expect(stdout).toContain('Setup, Flows: activate Refuse_Audit_Deletion.');
});

/** What the walkthrough leaves behind; scripts/readme-deploy.cli.test.ts goes through it. */
function setUp(): void {
  const folders = ['main', 'org', 'app'].map((folder) => join(projectRoot, 'force-app', folder));
  const app = { CONNECTOR_CERTIFICATE: 'MIIBexample', CONNECTOR_CONTACT_EMAIL: 'it@example.org' };
  const message = { CONNECTOR_ENDPOINT: endpoint, OUTBOUND_USERNAME: 'connector@example.org' };
  expect(simulator.deploy({ sources: folders, env: { ...app, ...message } })).toHaveProperty('deployed');
  for (const role of ['Requester', 'Reviewer', 'Admin', 'Connector']) {
    const AssigneeId = idOf('User', `${role.toLowerCase()}@example.org`);
    const PermissionSetId = idOf('PermissionSet', `Background_Check_${role}`);
    org.asAutomatedProcess((work) => work.insert('PermissionSetAssignment', [{ AssigneeId, PermissionSetId }]));
  }
  for (const [role, group] of Object.entries({ Reviewer: 'Reviewers', Admin: 'Admins' })) {
    const UserOrGroupId = idOf('User', `${role.toLowerCase()}@example.org`);
    const GroupId = idOf('Group', `Background_Check_${group}`);
    org.asAutomatedProcess((work) => work.insert('GroupMember', [{ GroupId, UserOrGroupId }]));
  }
}

function idOf(object: string, name: string): string {
  const rows = org.database.store.rows(object);
  return String(rows.find((row) => [row['Name'], row['DeveloperName'], row['Username']].includes(name))?.['Id']);
}

/** What admins do to an org in the course of time. */
function breakEverything(): void {
  const { store } = org.database;
  const removeRows = (object: string, field: string, id: string) =>
    store
      .rows(object)
      .filter((row) => row[field] === id)
      .forEach((row) => store.drop(object, String(row['Id'])));
  removeRows('PermissionSetAssignment', 'AssigneeId', idOf('User', 'requester@example.org'));
  removeRows('GroupMember', 'GroupId', idOf('Group', 'Background_Check_Reviewers'));
  store.commit();
  org.settings.requiresValidationForConvertedLeads = false;
  connector.close();
  connector.closeAllConnections();
  const environment = { CONNECTOR_ENDPOINT: 'https://elsewhere.example.com/x', OUTBOUND_USERNAME: 'admin@example.org' };
  const sources = [join(projectRoot, 'force-app', 'org')];
  expect(simulator.deploy({ sources, env: environment })).toHaveProperty('deployed');
  const flow = org.schema().components.get('Flow Refuse_Audit_Deletion');
  if (!flow) throw new Error('the flow is not deployed');
  const children = flow.element.children.map((child) =>
    child.name === 'status' ? { ...child, text: 'Draft' } : child,
  );
  const sends =
    '<PermissionSet><label>Sends</label><userPermissions><enabled>true</enabled><name>SendOutboundMessages</name></userPermissions></PermissionSet>';
  const set = { type: 'PermissionSet', fullName: 'Sends_Messages', path: 'x.permissionset-meta.xml' };
  expect(
    org.deploy([
      { ...flow, element: { ...flow.element, children } },
      { ...set, element: parseXml(sends, 'x') },
    ]),
  ).toEqual([]);
  const AssigneeId = idOf('User', 'connector@example.org');
  const PermissionSetId = idOf('PermissionSet', 'Sends_Messages');
  org.asAutomatedProcess((work) => work.insert('PermissionSetAssignment', [{ AssigneeId, PermissionSetId }]));
}
