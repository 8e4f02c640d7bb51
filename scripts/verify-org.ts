import { Problem } from './lib/problem.ts';
import { adminSession } from './lib/admin-session.ts';
import { verifyFacts, type Verified } from './lib/verify-org/verify-facts.ts';
import { createCall, createConvertLead } from './lib/verify-org/world.ts';

const USAGE =
  'npm run verify:org -- <alias>: the alias of an org the Salesforce CLI is logged in to, as an administrator with the permission sets Background Check Requester and Background Check Admin. CHECKR_API_KEYS and CHECKR_URL name the Checkr account; CHECKR_MODE must be test.';
const PATIENCE_MS = 180_000;
const SIGNS = { confirmed: 'confirmed', wrong: 'WRONG', open: 'open', look: 'look at' } as const;
const BEHIND = { confirmed: 'seen: ', wrong: 'seen: ', open: 'because: ', look: '' } as const;

try {
  const [alias] = process.argv.slice(2);
  const { CHECKR_API_KEYS = '', CHECKR_URL = 'https://api.checkr-staging.com/v1', CHECKR_MODE } = process.env;
  const [apiKey = ''] = CHECKR_API_KEYS.split(',');
  if (!alias || alias.startsWith('-') || !apiKey || CHECKR_MODE !== 'test') throw new Problem(USAGE);
  const login = await adminSession(alias);
  const { accessToken, instanceUrl } = login;
  const verified = await verifyFacts(
    {
      org: createCall({ base: `${instanceUrl}/services/data/v66.0`, authorization: `Bearer ${accessToken}` }),
      convertLead: createConvertLead(login),
      checkr: createCall({ base: CHECKR_URL, authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}` }),
      patienceMs: PATIENCE_MS,
    },
    ({ id }) => process.stderr.write(`  … ${id}\n`),
  );
  for (const { id, state, statement, seen } of verified)
    process.stdout.write(`${SIGNS[state].padEnd(9)} ${id}: ${statement}\n${' '.repeat(10)}${BEHIND[state]}${seen}\n`);
  process.stdout.write(`${countsOf(verified)}\n`);
  process.exitCode = verified.some(({ state }) => state === 'wrong') ? 1 : 0;
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function countsOf(verified: readonly Verified[]): string {
  const count = (state: Verified['state']) => verified.filter((one) => one.state === state).length;
  return `${count('confirmed')} confirmed, ${count('wrong')} wrong, ${count('open')} open, ${count('look')} to look at`;
}
