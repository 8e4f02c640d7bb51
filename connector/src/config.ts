import { z } from 'zod';
import { BadConfiguration } from './domain/bad-configuration.ts';
import { atsAccounts, atsVariables } from './ats-config.ts';
import { sharedByVendors, vendorsOf, vendorVariables } from './vendor-config.ts';
import { faultsOf, list, ownVariables, prefixOf, sayingWhatIsUnset } from './variables.ts';
import { connectionSchema, connectionVariables, type ConnectionConfig } from './connection-config.ts';

const MINUTE_MS = 60_000;

const redisUrl = z.string().regex(/^rediss?:\/\//, 'must start with redis:// or rediss://');

const processSchema = z.object({
  /** 0 takes any free port. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  REDIS_URL: redisUrl,
  /** Older Redis add-ons of Heroku give the address with TLS apart. */
  REDIS_TLS_URL: redisUrl.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Jobs worked on at a time, per connection: they mostly wait, and share calls the more there are. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(200).default(100),
  /** How long a dead worker's jobs and records stay held before another takes them up. */
  WORKER_LOCK_SECONDS: z.coerce.number().min(1).max(600).default(30),
  /** The longest a connection waits before it asks again whether a limit has passed. */
  LONGEST_PAUSE_SECONDS: z.coerce.number().min(1).max(86_400).default(900),
  /** How often forgotten work is looked for, and how long it must have lain: actions, and open checks. */
  RECONCILE_EVERY_SECONDS: z.coerce.number().min(1).max(3600).default(60),
  RECONCILE_ACTIONS_AFTER_MINUTES: z.coerce.number().min(0).max(1440).default(10),
  RECONCILE_OPEN_AFTER_MINUTES: z.coerce.number().min(0).max(10_080).default(360),
  /** Where the web process is reached from outside; only the operator's commands need it. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** How long after a callback was not taken it is sent again for the first time; the gaps then double. */
  ATS_RETRY_FIRST_SECONDS: z.coerce.number().min(1).max(3600).default(60),
  /** Proxies before the web process, each adding an address to X-Forwarded-For; Heroku's router is one. */
  PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(1),
  /** Who may read /metrics; without it the door is closed. */
  METRICS_TOKEN: z.string().min(24, 'must be 24 or more characters').optional(),
  /** Opens /admin/queues: a password as `hash-password` writes it. */
  ADMIN_PASSWORD_HASH: z
    .string()
    .regex(/^scrypt:\d+:\d+:\d+:[\w-]+:[\w-]+$/, 'make it with: npm run connector -- hash-password')
    .optional(),
  /** Set by Heroku, `worker.1`: tells the processes apart in the numbers. */
  DYNO: z
    .string()
    .regex(/^[\w.-]{1,40}$/, 'letters, digits, dots')
    .optional(),
  /** Whose messages come to /webhooks/background_check without a name; the first vendor, if unset. */
  DEFAULT_VENDOR: z.string().optional(),
  /** Set by Heroku in review apps. */
  HEROKU_PR_NUMBER: z.string().optional(),
  /** Names of several connections; each one's variables then begin with its name: `SANDBOX_CHECKR_URL`. */
  CONNECTIONS: z.string().default(''),
});

export interface Config {
  port: number;
  host: string;
  redisUrl: string;
  logLevel: string;
  workerConcurrency: number;
  workerLockMs: number;
  longestPauseMs: number;
  reconcileEveryMs: number;
  reconcileAfter: { outstandingMs: number; openMs: number };
  publicUrl: string | null;
  atsRetryFirstMs: number;
  proxyHops: number;
  metricsToken: string | null;
  adminPasswordHash: string | null;
  /** What Heroku calls this process. */
  dyno: string | null;
  /** Path of the default vendor; null where there are no vendors. */
  defaultVendor: string | null;
  connections: ConnectionConfig[];
}

/**
 * Everything the environment says, read once. An empty variable counts as unset.
 * @throws BadConfiguration naming every fault at once.
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = processSchema.safeParse(set, sayingWhatIsUnset);
  const faults = faultsOf(parsed.error, '');
  const names = list.parse(set['CONNECTIONS'] ?? '');
  const connections = (names.length > 0 ? names : ['']).flatMap((name) => {
    const variables = ownVariables(set, prefixOf(name));
    const connection = connectionSchema(name || 'main').safeParse(variables, sayingWhatIsUnset);
    if (!connection.success) faults.push(...faultsOf(connection.error, prefixOf(name)));
    if (!connection.success) return [];
    const ats = atsAccounts(variables, connection.data.profile);
    faults.push(...ats.faults.map((fault) => `${prefixOf(name)}${fault}`));
    const { vendors, faults: vendorFaults } = vendorsOf(variables);
    faults.push(...vendorFaults.map((fault) => `${prefixOf(name)}${fault}`));
    return [{ ...connection.data, atsAccounts: ats.accounts, vendors }];
  });
  const vendors = connections.flatMap((connection) => connection.vendors);
  faults.push(...sharedSecrets(connections), ...sharedByVendors(vendors));
  if (set['HEROKU_PR_NUMBER']) faults.push(...liveInReview(connections));
  const defaultVendor = set['DEFAULT_VENDOR'] ?? vendors[0]?.path ?? null;
  if (defaultVendor !== null && !vendors.some(({ path }) => path === defaultVendor))
    faults.push('DEFAULT_VENDOR: must be one of VENDORS, in small letters');
  if (!parsed.success || faults.length > 0) throw new BadConfiguration(faults);
  return Object.freeze({
    port: parsed.data.PORT,
    host: parsed.data.HOST,
    redisUrl: parsed.data.REDIS_TLS_URL ?? parsed.data.REDIS_URL,
    logLevel: parsed.data.LOG_LEVEL,
    workerConcurrency: parsed.data.WORKER_CONCURRENCY,
    workerLockMs: parsed.data.WORKER_LOCK_SECONDS * 1000,
    longestPauseMs: parsed.data.LONGEST_PAUSE_SECONDS * 1000,
    reconcileEveryMs: parsed.data.RECONCILE_EVERY_SECONDS * 1000,
    reconcileAfter: {
      outstandingMs: parsed.data.RECONCILE_ACTIONS_AFTER_MINUTES * MINUTE_MS,
      openMs: parsed.data.RECONCILE_OPEN_AFTER_MINUTES * MINUTE_MS,
    },
    publicUrl: parsed.data.PUBLIC_URL ?? null,
    atsRetryFirstMs: parsed.data.ATS_RETRY_FIRST_SECONDS * 1000,
    proxyHops: parsed.data.PROXY_HOPS,
    metricsToken: parsed.data.METRICS_TOKEN ?? null,
    adminPasswordHash: parsed.data.ADMIN_PASSWORD_HASH ?? null,
    dyno: parsed.data.DYNO ?? null,
    defaultVendor,
    connections,
  });
}

/** Every variable there is, without the prefixes of several connections. */
export function variableNames(): string[] {
  return [...Object.keys(processSchema.shape), ...connectionVariables, ...atsVariables, ...vendorVariables];
}

/** A branch somebody tries out must not reach real people. */
function liveInReview(connections: ConnectionConfig[]): string[] {
  const live = connections.filter(({ profile }) => profile.mode === 'live');
  return live.map(({ profile }) => `CHECKR_MODE: connection ${profile.name} is live; a review app never is`);
}

/** The key that verifies a webhook, the org of a message and an account must each lead to one connection only. */
function sharedSecrets(connections: ConnectionConfig[]): string[] {
  const faults: string[] = [];
  const keys = connections.flatMap(({ checkrApiKeys }) => [...new Set(checkrApiKeys)]);
  const orgs = connections.map(({ profile }) => profile.orgId);
  if (new Set(keys).size < keys.length)
    faults.push('CHECKR_API_KEYS: the same key in two connections; each Checkr account belongs to one');
  if (new Set(orgs).size < orgs.length)
    faults.push('SALESFORCE_ORG_ID: the same org in two connections; each org belongs to one');
  const accounts = connections.flatMap(({ atsAccounts }) => atsAccounts.map(({ account }) => account.id));
  if (new Set(accounts).size < accounts.length)
    faults.push('ATS_ACCOUNT_ID: the same account twice; each account belongs to one connection');
  return faults;
}
