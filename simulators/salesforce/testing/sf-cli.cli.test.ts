import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { serveSimulator } from '../serve-simulator.ts';
import { createSalesforceSimulator } from '../simulator.ts';
import { createSalesforceCli, type SalesforceCli } from './salesforce-cli.ts';
import { stagePackage, type StagedPackage } from './staged-package.ts';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const REPLACEMENTS = { CONNECTOR_ENDPOINT: 'http://127.0.0.1:9/x', OUTBOUND_USERNAME: 'connector@example.org' };
const SOURCES = ['force-app/main', 'force-app/org'];

let staged: StagedPackage;
let sf: SalesforceCli;
beforeAll(() => {
  staged = stagePackage();
  sf = createSalesforceCli(staged.folder);
});
afterAll(() => {
  sf.remove();
  staged.remove();
});

const orgs: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const org of orgs.splice(0)) await org.close();
});

/** An empty org the CLI is logged in to, under an alias of its own. */
async function setup(alias: string) {
  const apps = [{ clientId: 'deploy', publicKeyPem: keys.publicKey }];
  const simulator = createSalesforceSimulator({ apps });
  const served = await serveSimulator(simulator);
  orgs.push(served);
  const { url } = served;
  const keyFile = join(staged.folder, `${alias}.pem`);
  writeFileSync(keyFile, keys.privateKey);
  const app = ['--client-id', 'deploy', '--jwt-key-file', keyFile, '--username', 'admin@example.org'];
  const login = await sf.run(['org', 'login', 'jwt', ...app, '--instance-url', url, '--alias', alias]);
  const deploy = (args: string[] = [], env: Record<string, string> = {}) => {
    const folders = SOURCES.flatMap((folder) => ['--source-dir', folder]);
    return sf.run(['project', 'deploy', 'start', '--target-org', alias, ...folders, ...args], {
      ...REPLACEMENTS,
      ...env,
    });
  };
  return { ...simulator, url, login, deploy, at: ['--target-org', alias] };
}

test('the CLI logs in by JWT and by access token, and shows the org', async () => {
  const { login, url, sessions, org, at } = await setup('shown');
  expect(login).toMatchObject({ code: 0, output: expect.stringContaining(`with org ID ${org.id}`) as string });
  const shown = await sf.run(['org', 'display', ...at, '--json']);
  expect(JSON.parse(shown.output.slice(shown.output.indexOf('{')))).toMatchObject({
    result: { id: org.id, connectedStatus: 'Connected', apiVersion: '66.0' },
  });

  const admin = org.findUser('admin@example.org')!;
  const SF_ACCESS_TOKEN = sessions.create(admin).id;
  const withToken = ['org', 'login', 'access-token', '--instance-url', url, '--alias', 'token', '--no-prompt'];
  expect((await sf.run(withToken, { SF_ACCESS_TOKEN })).code).toBe(0);
});

test('the package deploys over SOAP and again over REST, as the same components the source reader finds', async () => {
  const { org, deploy, at } = await setup('whole');
  const first = await deploy();
  expect(first.output).toContain('Status: Succeeded');
  expect(first.output).toMatch(/Created +Background_Check__c +CustomObject/);
  expect(first.code).toBe(0);

  const fromSource = createSalesforceSimulator();
  const sources = SOURCES.map((folder) => join(staged.folder, folder));
  expect(fromSource.deploy({ sources, env: REPLACEMENTS, project: staged.folder })).toHaveProperty('deployed');
  const namesIn = (one: typeof org) => [...one.schema().components.keys()].sort();
  expect(namesIn(org)).toEqual(namesIn(fromSource.org));
  fromSource.stop();

  const second = await deploy([], { SF_ORG_METADATA_REST_DEPLOY: 'true' });
  expect(second.output).toContain('REST API');
  expect(second.output).toMatch(/Unchanged +Background_Check__c +CustomObject/);
  expect(second.output.split('\n').filter((line) => /^ *(Created|Changed) /.test(line))).toEqual([]);

  const assigned = await sf.run(['org', 'assign', 'permset', ...at, '--name', 'Background_Check_Connector']);
  expect(assigned.code).toBe(0);
  const soql = 'SELECT PermissionSet.Name FROM PermissionSetAssignment';
  const asked = await sf.run(['data', 'query', ...at, '--query', soql]);
  expect(asked.output).toContain('Background_Check_Connector');
});

test('a dry run finds nothing wrong and changes nothing', async () => {
  const { org, deploy } = await setup('dry');
  const result = await deploy(['--dry-run']);
  expect(result.output).toContain('Dry-run complete');
  expect(result.code).toBe(0);
  expect(() => org.objectDefinition('Background_Check__c')).toThrow('does not exist');
});

test('a broken package ends with 1 and a table that names component, file and line', async () => {
  const { org, deploy } = await setup('broken');
  const odd = join(
    staged.folder,
    'force-app/main/default/permissionsets/Background_Check_Connector.permissionset-meta.xml',
  );
  const before = readFileSync(odd, 'utf8');
  writeFileSync(odd, before.replace('Background_Check__c.Status__c', 'Background_Check__c.Stadus__c'));
  const component = join(staged.folder, 'force-app/main/default/lwc/recordLink/recordLink.js');
  const script = readFileSync(component, 'utf8');
  const reference = await deploy();
  writeFileSync(odd, before);
  writeFileSync(component, `${script}\nconst broken = ;\n`);
  const syntax = await deploy();
  writeFileSync(component, script);

  expect(reference.code).toBe(1);
  expect(reference.output).toMatch(
    /Background_Check_Connector .*no CustomField named Background_Check__c\.Stadus__c found/,
  );
  expect(syntax.code).toBe(1);
  const line = script.split('\n').length + 1;
  expect(syntax.output).toMatch(new RegExp(`recordLink .*Unexpected token.*${line}:\\d+`));
  expect(() => org.objectDefinition('Background_Check__c')).toThrow('does not exist');
  rmSync(join(staged.folder, 'broken.pem'));
});
