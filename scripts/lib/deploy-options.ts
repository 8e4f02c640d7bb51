import { parseArgs } from 'node:util';
import { Problem } from './problem.ts';

/** What the flags of scripts/deploy-sim ask for. */
export interface DeployOptions {
  help: boolean;
  /** Have the org check everything and change nothing. */
  dryRun: boolean;
  /** Send the package over REST instead of SOAP. */
  rest: boolean;
  /** A simulated org that runs; unset for one of our own. */
  orgUrl?: string;
  /** From the project's root. */
  sourceDirs: string[];
  /** Nothing was chosen: the folders are the whole product. */
  isWhole: boolean;
}

/** What makes up the product in an org. */
const PACKAGE_SOURCES = ['force-app/main', 'force-app/org'];

export const DEPLOY_HELP = `scripts/deploy-sim   deploys the package into a simulated Salesforce org with the real Salesforce CLI

  --dry-run              have the org check everything and change nothing
  --rest                 send the package over REST instead of SOAP
  --org-url URL          deploy into this simulated org instead of one started for the purpose
  --source-dir FOLDER    deploy this folder, and those of further flags, instead of ${PACKAGE_SOURCES.join(' and ')}

CONNECTOR_ENDPOINT   where outbound messages go (default: an address nobody listens at)
OUTBOUND_USERNAME    the user they are sent as (default: the connector's)`;

const flags = {
  help: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  rest: { type: 'boolean', default: false },
  'org-url': { type: 'string' },
  'source-dir': { type: 'string', multiple: true },
} as const;

/** @throws Problem naming the flag that is unknown or has a value that will not do. */
export function parseDeployOptions(args: string[]): DeployOptions {
  const { help, 'dry-run': dryRun, rest, 'org-url': orgUrl, 'source-dir': given } = parseFlags(args);
  if (orgUrl !== undefined && !URL.canParse(orgUrl)) throw new Problem(`--org-url ${orgUrl} is no URL.`);
  const org = orgUrl === undefined ? {} : { orgUrl: orgUrl.replace(/\/+$/, '') };
  return { help, dryRun, rest, sourceDirs: given ?? PACKAGE_SOURCES, isWhole: given === undefined, ...org };
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({ args, options: flags }).values;
  } catch (error) {
    throw new Problem(`${(error as Error).message.split('.')[0]}; scripts/deploy-sim --help lists the flags.`);
  }
}
