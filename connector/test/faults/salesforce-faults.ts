import { pollUntil } from '../../../scripts/lib/poll-until.ts';
import type { Fault } from './fault.ts';
import type { FaultWorld } from './world.ts';

/** What the connector calls, and people at the screen do not. */
const READS = ['* /query'];
const WRITES = ['PATCH /sobjects', '* /composite'];
const FOR_EVER = 1_000_000;

type Way = Record<string, unknown> & { times: number };

const strike = ({ product }: FaultWorld, matches: string[], way: Way): Promise<unknown> =>
  product.orgControl(
    'PUT',
    '/faults',
    matches.map((match) => ({ match, ...way })),
  );

/** Waits until the connector met it; then there is none any more. */
async function mend(world: FaultWorld, matches: string[], way: Way): Promise<void> {
  const { product } = world;
  await pollUntil(
    async () => {
      const left = (await product.orgControl('GET', '/faults')) as { times: number }[];
      return left.length < matches.length || left.some(({ times }) => times < way.times);
    },
    { what: 'the fault to strike', deadlineMs: 90_000 },
  );
  if (way.times === FOR_EVER) await product.orgControl('PUT', '/faults', []);
}

function salesforce(name: string, matches: string[], way: Way): Fault {
  return {
    name: `Salesforce ${name}`,
    part: 'salesforce',
    make: async (world) => void (await strike(world, matches, way)),
    mend: (world) => mend(world, matches, way),
  };
}

const everything = [...READS, ...WRITES];

/** What can happen at Salesforce. */
export const salesforceFaults: Fault[] = [
  salesforce('is down', everything, { times: FOR_EVER, status: 'reset' }),
  salesforce('is slow', everything, { times: 10, delayMs: 1500 }),
  salesforce('answers 503', everything, { times: 6, status: 503 }),
  salesforce('holds rows locked', WRITES, { times: 4, status: 400, errorCode: 'UNABLE_TO_LOCK_ROW' }),
  salesforce('has used up its daily calls', everything, { times: FOR_EVER, status: 403 }),
  salesforce('loses the answer to writes it has made', WRITES, { times: 4, status: 'reset-after-commit' }),
  salesforce('refuses the new token too', READS, { times: 3, status: 401 }),
  {
    ...salesforce('answers writes it has made too late', WRITES, { times: 2, status: 'timeout-after-commit' }),
    isLong: true,
  },
  {
    name: 'Salesforce ends the connector’s session, again and again',
    part: 'salesforce',
    make: endSession,
    async mend(world) {
      for (let time = 0; time < 3; time += 1) await endSession(world);
    },
  },
];

async function endSession({ product }: FaultWorld): Promise<void> {
  await product.orgControl('DELETE', '/sessions?username=connector@example.org');
}
