import { parseArgs } from 'node:util';
import { Problem } from './problem.ts';

/** What the flags of scripts/demo ask for. */
export interface DemoOptions {
  help: boolean;
  /** Play the story without a person, then end. */
  once: boolean;
  /** With `once`: show the browser. */
  headed: boolean;
  /** With `once`: stay up after the story. */
  keepOpen: boolean;
  ports: { org?: number; checkr?: number; connector?: number };
  otherCheckr?: { url: string; apiKey?: string };
}

export const DEMO_HELP = `scripts/demo   starts Redis, a simulated Salesforce org, a simulated Checkr and the connector, and prints one URL

  --once                   play the story without a person and end
  --headed                 with --once: show the browser
  --keep-open              with --once: stay up afterwards
  --org-port N             fix the port of the simulated org
  --checkr-port N          fix the port of the simulated Checkr
  --connector-port N       fix the port of the connector
  --checkr-url URL         use this Checkr; ours is then started only if its port is fixed (to put a proxy before it)
  --checkr-api-key KEY     its API key, if it is not ours

FRESH=1     do not use the machine's Node, Redis and Chromium, but copies of our own in .cache
REDIS_URL   use this Redis (an empty database of it)`;

const flags = {
  help: { type: 'boolean', default: false },
  once: { type: 'boolean', default: false },
  headed: { type: 'boolean', default: false },
  'keep-open': { type: 'boolean', default: false },
  'org-port': { type: 'string' },
  'checkr-port': { type: 'string' },
  'connector-port': { type: 'string' },
  'checkr-url': { type: 'string' },
  'checkr-api-key': { type: 'string' },
} as const;

/** @throws Problem naming the flag that is unknown or has a value that will not do. */
export function parseDemoOptions(args: string[]): DemoOptions {
  const values = parseFlags(args);
  const ports = {
    ...portNamed('org', values['org-port']),
    ...portNamed('checkr', values['checkr-port']),
    ...portNamed('connector', values['connector-port']),
  };
  const { help, once, headed, 'keep-open': keepOpen } = values;
  const otherCheckr = otherCheckrFrom(values['checkr-url'], values['checkr-api-key']);
  return { help, once, headed, keepOpen, ports, ...(otherCheckr ? { otherCheckr } : {}) };
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({ args, options: flags }).values;
  } catch (error) {
    throw new Problem(`${(error as Error).message.split('.')[0]}; scripts/demo --help lists the flags.`);
  }
}

function portNamed(
  name: 'org' | 'checkr' | 'connector',
  value: string | undefined,
): Partial<Record<typeof name, number>> {
  if (value === undefined) return {};
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new Problem(`--${name}-port must be a port number, not "${value}".`);
  return { [name]: port };
}

function otherCheckrFrom(url: string | undefined, apiKey: string | undefined): DemoOptions['otherCheckr'] {
  if (url === undefined) return undefined;
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Problem(`--checkr-url must be an http address, not "${url}".`);
  return { url, ...(apiKey === undefined ? {} : { apiKey }) };
}
