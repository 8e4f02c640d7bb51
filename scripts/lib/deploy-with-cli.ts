import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { DeployOptions } from './deploy-options.ts';
import { PERMISSION_SETS } from './permission-sets.ts';
import { Problem } from './problem.ts';
import type { RunKeys } from './run-keys.ts';
import type { SalesforceCli } from './salesforce-cli.ts';
import { CONNECTOR_USERNAME } from './start-connector.ts';

/** A simulated org; without keys one that was started by somebody else. */
export interface TargetOrg {
  url: string;
  keys?: RunKeys;
}

const ORG = ['--target-org', 'simulated'];
const ADMIN = 'admin@example.org';
const NOWHERE = 'http://127.0.0.1:9/background-check/nobody-listens';

/** Logs in, deploys and assigns the permission sets. @returns the exit code of the first command that failed, or 0. */
export async function deployWithCli(cli: SalesforceCli, org: TargetOrg, options: DeployOptions): Promise<number> {
  const loggedIn = await logIn(cli, org);
  if (loggedIn !== 0) return loggedIn;
  const folders = options.sourceDirs.flatMap((folder) => ['--source-dir', folder]);
  const dryRun = options.dryRun ? ['--dry-run'] : [];
  const { CONNECTOR_ENDPOINT = NOWHERE, OUTBOUND_USERNAME = CONNECTOR_USERNAME } = process.env;
  const deployed = await cli.run(['project', 'deploy', 'start', ...ORG, ...folders, ...dryRun], {
    ...{ CONNECTOR_ENDPOINT, OUTBOUND_USERNAME },
    SF_ORG_METADATA_REST_DEPLOY: String(options.rest),
  });
  if (deployed !== 0 || options.dryRun || !options.isWhole) return deployed;
  return assignPermissionSets(cli);
}

/** By JWT where we made the org's keys, else with a session the simulated org gives us. */
async function logIn(cli: SalesforceCli, { url, keys }: TargetOrg): Promise<number> {
  const place = ['--instance-url', url, '--alias', 'simulated'];
  if (!keys) {
    const SF_ACCESS_TOKEN = await openSession(url);
    return cli.run(['org', 'login', 'access-token', ...place, '--no-prompt'], { SF_ACCESS_TOKEN });
  }
  const keyFile = join(cli.home, 'key.pem');
  await writeFile(keyFile, keys.privateKeyPem, { mode: 0o600 });
  const app = ['--client-id', keys.clientId, '--jwt-key-file', keyFile, '--username', ADMIN];
  return cli.run(['org', 'login', 'jwt', ...app, ...place]);
}

async function openSession(url: string): Promise<string> {
  const body = JSON.stringify({ username: ADMIN });
  const answer = await fetch(`${url}/__control/sessions`, { method: 'POST', body }).catch(() => undefined);
  if (!answer?.ok) throw new Problem(`There is no simulated org at ${url}: start one, or leave --org-url out.`);
  return z.object({ accessToken: z.string() }).parse(await answer.json()).accessToken;
}

async function assignPermissionSets(cli: SalesforceCli): Promise<number> {
  for (const [username, names] of Object.entries(PERMISSION_SETS)) {
    const sets = names.flatMap((name) => ['--name', name]);
    const code = await cli.run(['org', 'assign', 'permset', ...ORG, ...sets, '--on-behalf-of', username]);
    if (code !== 0) return code;
  }
  return 0;
}
