import { parseArgs } from 'node:util';
import { Problem } from '../problem.ts';

/** What the flags of scripts/setup-org ask for. */
export interface SetupOptions {
  help: boolean;
  /** Look at everything and change nothing. */
  checkOnly: boolean;
  /** Alias or username of the org in the Salesforce CLI. */
  org: string;
  /** Where to log in when the CLI does not know the org yet. */
  instanceUrl: string;
  /** Where outbound messages go. */
  endpoint: string;
  /** Username of the connector's user; outbound messages are sent as it. */
  connector: string;
  /** Usernames. */
  requesters: string[];
  reviewers: string[];
  admins: string[];
  /** File of the connector's certificate, to set up its External Client App. */
  certificate?: string;
  /** Who is responsible for the External Client App. */
  contactEmail?: string;
}

export const SETUP_HELP = `scripts/setup-org   walks you through setting up a Salesforce org, and checks each step

  --org NAME               alias or username of the org; you are asked to log in when it is new
  --endpoint URL           https://<app>.herokuapp.com/background-check/<one of OUTBOUND_SECRETS>
  --connector USERNAME     the connector's own user
  --requesters A,B         usernames of staff who request checks
  --reviewers A,B          usernames of compliance reviewers
  --admins A,B             usernames of who looks after the checks
  --instance-url URL       where to log in (default: https://login.salesforce.com; sandboxes: https://test.salesforce.com)
  --certificate FILE       the connector's certificate: sets up its External Client App too
  --contact-email ADDRESS  who is responsible for that app; needed with --certificate
  --check                  only look, change nothing

It may be started again at any time: what is done is left alone.`;

const flags = {
  help: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  org: { type: 'string' },
  'instance-url': { type: 'string', default: 'https://login.salesforce.com' },
  endpoint: { type: 'string' },
  connector: { type: 'string' },
  requesters: { type: 'string', default: '' },
  reviewers: { type: 'string', default: '' },
  admins: { type: 'string', default: '' },
  certificate: { type: 'string' },
  'contact-email': { type: 'string' },
} as const;

/** @throws Problem naming the flag that is unknown, missing or has a value that will not do. */
export function parseSetupOptions(args: string[]): SetupOptions {
  const given = parseFlags(args);
  const { help, check: checkOnly, 'instance-url': instanceUrl, certificate, 'contact-email': contactEmail } = given;
  const { org = '', endpoint = '', connector = '' } = given;
  if (!help) checkNeeded({ org, endpoint, connector });
  if (certificate !== undefined && !contactEmail) throw new Problem('--certificate needs --contact-email ADDRESS.');
  return {
    ...{ help, checkOnly, org, instanceUrl, endpoint, connector },
    ...{ requesters: names(given.requesters), reviewers: names(given.reviewers), admins: names(given.admins) },
    ...(certificate === undefined ? {} : { certificate }),
    ...(contactEmail === undefined ? {} : { contactEmail }),
  };
}

function checkNeeded({ org, endpoint, connector }: Pick<SetupOptions, 'org' | 'endpoint' | 'connector'>): void {
  const missing = Object.entries({ org, endpoint, connector }).find(([, value]) => value === '');
  if (missing) throw new Problem(`--${missing[0]} is missing; scripts/setup-org --help lists the flags.`);
  const isDoor = URL.canParse(endpoint) && /^\/background-check\/[^/]{24,}$/.test(new URL(endpoint).pathname);
  if (!isDoor)
    throw new Problem('--endpoint has to be https://<app>/background-check/<secret of at least 24 characters>.');
}

const names = (list: string) =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

function parseFlags(args: string[]) {
  try {
    return parseArgs({ args, options: flags }).values;
  } catch (error) {
    throw new Problem(`${(error as Error).message.split('.')[0]}; scripts/setup-org --help lists the flags.`);
  }
}
