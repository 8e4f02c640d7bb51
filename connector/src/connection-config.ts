import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import type { AtsAccountConfig } from './ats-config.ts';
import type { ConnectionProfile } from './domain/connection.ts';
import { orgId18 } from './domain/org-id.ts';
import { list } from './variables.ts';
import type { VendorConfig } from './vendor-config.ts';

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .transform((url) => url.replace(/\/+$/, ''));

const variablesSchema = z.object({
  SALESFORCE_LOGIN_URL: httpUrl,
  SALESFORCE_ORG_ID: z
    .string()
    .regex(/^00D[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/, 'must be an org id of 15 or 18 characters that begins with 00D'),
  SALESFORCE_USERNAME: z.string(),
  SALESFORCE_CLIENT_ID: z.string(),
  SALESFORCE_PRIVATE_KEY: z.string().optional(),
  SALESFORCE_CLIENT_SECRET: list.pipe(z.array(z.string()).min(1)).optional(),
  /** Several while one is being rotated out. */
  OUTBOUND_SECRETS: list.pipe(
    z.array(z.string().regex(/^[A-Za-z0-9_-]{24,}$/, 'each must be 24 or more letters, digits, - or _')).min(1),
  ),
  /** The first is used to call Checkr; all of them prove a webhook, so that a key can be rotated. */
  CHECKR_API_KEYS: list.pipe(z.array(z.string()).min(1, 'at least one key')),
  CHECKR_URL: httpUrl.default('https://api.checkr.com/v1'),
  CHECKR_DASHBOARD_URL: httpUrl.optional(),
  CHECKR_MODE: z.enum(['live', 'test']),
  CHECKR_ORDERING: z.enum(['invitation', 'report']).default('invitation'),
  CHECKR_DEFAULT_PACKAGE: z.string().optional(),
  CHECKR_ASSESS: z.stringbool().default(false),
  CHECKR_NODE: z.string().optional(),
  /** https://docs.checkr.com/#section/Introduction/Rate-limits */
  CHECKR_CALLS_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  /** `tasker_standard+drug_test=tasker_drug, …` */
  CHECKR_ADD_ONS: list
    .pipe(z.array(z.string().regex(/^[^+=]+(\+[^+=]+)+=[^+=]+$/, 'each must be package+add-on=package')))
    .default([]),
});

/** The names of a connection's variables, without prefix. */
export const connectionVariables: readonly string[] = Object.keys(variablesSchema.shape);

/** One connection with its addresses and secrets. */
export interface ConnectionConfig {
  profile: ConnectionProfile;
  salesforce: {
    loginUrl: string;
    clientId: string;
    username: string;
    /** Keys are tried in turn, secrets too: two while one is being rotated out. */
    credentials: { privateKeys: [string, ...string[]] } | { clientSecrets: [string, ...string[]] };
  };
  outboundSecrets: string[];
  checkrApiKeys: [string, ...string[]];
  checkrUrl: string;
  checkrDashboardUrl: string;
  /** What Checkr allows the account. */
  checkrCallsPerMinute: number;
  atsAccounts: AtsAccountConfig[];
  /** Other screening vendors that send their results for this org. */
  vendors: VendorConfig[];
}

const STAGING_DASHBOARD = 'https://dashboard.checkrhq-staging.net';
const LIVE_DASHBOARD = 'https://dashboard.checkr.com';

/** Parses the variables of the connection of that name, prefix already removed. */
export function connectionSchema(name: string) {
  return variablesSchema.transform((variables, context): Omit<ConnectionConfig, 'atsAccounts' | 'vendors'> => {
    const credentials = credentialsOf(variables);
    if (!credentials) {
      context.addIssue({
        code: 'custom',
        path: ['SALESFORCE_PRIVATE_KEY'],
        message: 'set either this (JWT bearer) or SALESFORCE_CLIENT_SECRET (client credentials)',
      });
      return z.NEVER;
    }
    if ('privateKeys' in credentials && !credentials.privateKeys.every(isPrivateKey)) {
      const message = 'is no whole private key in PEM form; line breaks may be written as \\n, a second key may follow';
      context.addIssue({ code: 'custom', path: ['SALESFORCE_PRIVATE_KEY'], message });
      return z.NEVER;
    }
    const [callingKey = '', ...otherKeys] = variables.CHECKR_API_KEYS;
    return {
      profile: {
        name,
        orgId: orgId18(variables.SALESFORCE_ORG_ID),
        mode: variables.CHECKR_MODE,
        ordering: variables.CHECKR_ORDERING,
        defaultPackage: variables.CHECKR_DEFAULT_PACKAGE ?? null,
        usesAssess: variables.CHECKR_ASSESS,
        node: variables.CHECKR_NODE ?? null,
        addOns: Object.fromEntries(variables.CHECKR_ADD_ONS.map(addOnEntry)),
      },
      salesforce: {
        loginUrl: variables.SALESFORCE_LOGIN_URL,
        clientId: variables.SALESFORCE_CLIENT_ID,
        username: variables.SALESFORCE_USERNAME,
        credentials,
      },
      outboundSecrets: variables.OUTBOUND_SECRETS,
      checkrApiKeys: [callingKey, ...otherKeys],
      checkrUrl: variables.CHECKR_URL,
      checkrCallsPerMinute: variables.CHECKR_CALLS_PER_MINUTE,
      checkrDashboardUrl:
        variables.CHECKR_DASHBOARD_URL ??
        (variables.CHECKR_URL.includes('staging') ? STAGING_DASHBOARD : LIVE_DASHBOARD),
    };
  });
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).type === 'private';
  } catch {
    return false;
  }
}

/** `b+z+a=c` as its key in the order of the alphabet, and the package. */
function addOnEntry(text: string): [string, string] {
  const [combination = '', slug = ''] = text.split('=');
  const [base = '', ...addOns] = combination.split('+');
  return [[base, ...addOns.toSorted()].join('+'), slug];
}

/** A key pasted into one line keeps its line breaks as `\n`; a second key stands behind the first. */
function credentialsOf({
  SALESFORCE_PRIVATE_KEY: pem,
  SALESFORCE_CLIENT_SECRET: secrets,
}: z.infer<typeof variablesSchema>): ConnectionConfig['salesforce']['credentials'] | null {
  if (pem !== undefined && secrets === undefined) {
    const [first = '', ...others] = pem
      .replaceAll('\\n', '\n')
      .split(/(?<=-----END [A-Z ]+-----)/)
      .map((key) => key.trim())
      .filter(Boolean);
    return { privateKeys: [first, ...others] };
  }
  if (secrets !== undefined && pem === undefined) {
    const [first = '', ...others] = secrets;
    return { clientSecrets: [first, ...others] };
  }
  return null;
}
