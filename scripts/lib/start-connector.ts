import { startProgram, type Program } from './start-program.ts';
import type { RunKeys } from './run-keys.ts';

/** Everything the connector has to know; see `connectorEnv` for the names. */
export interface ConnectorSettings {
  redisUrl: string;
  orgUrl: string;
  orgId: string;
  checkr: CheckrAddress;
  keys: RunKeys;
  /** Settings added or replaced, by the connector's own names. */
  env?: Record<string, string>;
  logFolder: string;
}

/** A Checkr to talk to. */
export interface CheckrAddress {
  /** Base of its API, with the version: `http://127.0.0.1:4000/v1`. */
  apiBase: string;
  /** Where its pages for staff are. */
  dashboardUrl: string;
  apiKey: string;
}

/** The user the connector signs in to the org as. */
export const CONNECTOR_USERNAME = 'connector@example.org';

/** The connector's web process; `more` is added to its environment. */
export function startWeb(settings: ConnectorSettings, port = 0, more: Record<string, string> = {}): Promise<Program> {
  const env = { ...connectorEnv(settings), PORT: String(port), ...more };
  return startProgram({ name: 'connector-web', file: 'connector/src/web.ts', env, logFolder: settings.logFolder });
}

/** The connector's worker process; `name` tells the logs of several apart, `more` is added to its environment. */
export function startWorker(
  settings: ConnectorSettings,
  name = 'connector-worker',
  more: Record<string, string> = {},
): Promise<Program> {
  const { logFolder } = settings;
  const env = { ...connectorEnv(settings), ...more };
  return startProgram({ name, file: 'connector/src/worker.ts', env, logFolder, readyMessage: 'working' });
}

/** The environment both processes are started with. */
export function connectorEnv({
  redisUrl,
  orgUrl,
  orgId,
  checkr,
  keys,
  env = {},
}: ConnectorSettings): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    REDIS_URL: redisUrl,
    SALESFORCE_LOGIN_URL: orgUrl,
    SALESFORCE_ORG_ID: orgId,
    SALESFORCE_USERNAME: CONNECTOR_USERNAME,
    SALESFORCE_CLIENT_ID: keys.clientId,
    SALESFORCE_PRIVATE_KEY: keys.privateKeyPem,
    OUTBOUND_SECRETS: keys.outboundSecret,
    CHECKR_API_KEYS: checkr.apiKey,
    CHECKR_URL: checkr.apiBase,
    CHECKR_DASHBOARD_URL: checkr.dashboardUrl,
    CHECKR_MODE: 'test',
    CHECKR_DEFAULT_PACKAGE: 'tasker_standard',
    ...env,
  };
}
