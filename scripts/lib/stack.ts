import { buildPages } from './build-pages.ts';
import { createLauncher, type Launcher } from './launcher.ts';
import { signIn, type OrgSession } from './org-session.ts';
import { GROUPS, PERMISSION_SETS } from './permission-sets.ts';
import { pollUntil } from './poll-until.ts';
import { assignPermissionSets, deployPackage, joinGroups } from './prepare-org.ts';
import { registerWebhook } from './register-webhook.ts';
import type { RunKeys } from './run-keys.ts';
import { withTicker } from './say.ts';
import type { StackOptions } from './stack-options.ts';
import { CONNECTOR_USERNAME, startWeb, startWorker } from './start-connector.ts';
import type { CheckrAddress, ConnectorSettings } from './start-connector.ts';
import type { Program } from './start-program.ts';
import { introduceProvider, type RunningAts } from './start-ats.ts';
import { startWorld, type World } from './start-world.ts';

/** The whole product on this machine: the simulators, the connector's two processes, the package deployed. */
export interface Stack {
  orgUrl: string;
  checkr: CheckrAddress;
  connectorUrl: string;
  keys: RunKeys;
  /** For starting another web or worker process beside or instead of the first. */
  connectorSettings: ConnectorSettings;
  /** Unset unless asked for. */
  ats: RunningAts | undefined;
  programs: { org: Program; checkr: Program | undefined; web: Program; worker: Program };
  /** Rejects with a Problem when a program ends by itself; never resolves. */
  failed: Promise<never>;
  signIn(username: string): Promise<OrgSession>;
  /** Stops every program, the connector first. */
  close(): Promise<void>;
}

const DIRECT_PERMISSION_SETS = {
  'requester@example.org': ['Background_Check_Direct_Entry'],
  [CONNECTOR_USERNAME]: ['Background_Check_Direct_Reports'],
};

/**
 * Starts everything on a Redis that runs, each part when what it needs is there, so that any free port will do.
 * It is ready to take a request when this returns: the package is deployed and Checkr's packages are in the org.
 * @throws Problem when a part does not come up; those before it are stopped.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const launcher = createLauncher(options.onStep);
  try {
    const world = await startWorld(launcher, options);
    return await startProduct(launcher, world, options);
  } catch (error) {
    await launcher.close();
    throw error;
  }
}

async function startProduct(launcher: Launcher, world: World, options: StackOptions): Promise<Stack> {
  const { org, checkr, keys, admin, checkrProgram, ats } = world;
  const connectorSettings = settingsFor(world, options);
  const web = await launcher.launch('Connector, web', () => startWeb(connectorSettings, options.ports?.connector));
  const components = await deployPackage(org.url, ['main', 'org', ...(options.direct ? ['direct'] : [])], {
    CONNECTOR_ENDPOINT: `${web.url}/background-check/${keys.outboundSecret}`,
    OUTBOUND_USERNAME: CONNECTOR_USERNAME,
  });
  await assignPermissionSets(admin, PERMISSION_SETS);
  await joinGroups(admin, GROUPS);
  if (options.direct) await assignPermissionSets(admin, DIRECT_PERMISSION_SETS);
  launcher.onStep('Package deployed', `${components} components`);
  // Next to the rest: it takes the longest.
  const pages = options.withPages ? buildPages(org.url) : Promise.resolve();
  pages.catch(() => undefined);
  const worker = await launcher.launch('Connector, worker', () => startWorker(connectorSettings));
  await registerWebhook(checkr, `${web.url}/checkr`);
  if (ats) await introduceProvider(ats, web.url);
  launcher.onStep('Packages from Checkr', await Promise.race([syncedPackages(admin), launcher.failed]));
  await Promise.race([withTicker(pages), launcher.failed]);
  if (options.withPages) launcher.onStep('Pages', 'built');
  return {
    ...{ orgUrl: org.url, checkr, ats, connectorUrl: web.url, keys, connectorSettings },
    ...{ failed: launcher.failed, close: () => launcher.close() },
    signIn: (username) => signIn(org.url, username, keys),
    programs: { org, checkr: checkrProgram, web, worker },
  };
}

function settingsFor({ org, checkr, keys, admin, ats }: World, options: StackOptions): ConnectorSettings {
  const { redisUrl, logFolder, connectorEnv } = options;
  const env = { ...ats?.connectorEnv, ...connectorEnv };
  return { redisUrl, orgUrl: org.url, orgId: admin.orgId, checkr, keys, logFolder, env };
}

async function syncedPackages(admin: OrgSession): Promise<string> {
  const read = async () => {
    const rows = await admin.query('SELECT Name FROM Background_Check_Package__c WHERE Active__c = true');
    return rows.length > 0 && `${rows.length} packages`;
  };
  return pollUntil(read, { what: 'the packages Checkr offers to appear in the org', deadlineMs: 60_000 });
}
