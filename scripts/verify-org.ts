import { Problem } from './lib/problem.ts';
import { adminSession } from './lib/verify-org/admin-session.ts';
import { verifyFacts } from './lib/verify-org/verify-facts.ts';
import { createCall } from './lib/verify-org/world.ts';

const USAGE =
  'npm run verify:org -- <alias>: the alias of an org the Salesforce CLI is logged in to. CHECKR_API_KEYS and CHECKR_URL name the Checkr account; CHECKR_MODE must be test.';
const PATIENCE_MS = 180_000;
const SIGNS = { confirmed: 'confirmed', wrong: 'WRONG', open: 'open' } as const;

try {
  const [alias] = process.argv.slice(2);
  const { CHECKR_API_KEYS = '', CHECKR_URL = 'https://api.checkr-staging.com/v1', CHECKR_MODE } = process.env;
  const [apiKey = ''] = CHECKR_API_KEYS.split(',');
  if (!alias || !apiKey || CHECKR_MODE !== 'test') throw new Problem(USAGE);
  const { accessToken, instanceUrl } = await adminSession(alias);
  const verified = await verifyFacts(
    {
      org: createCall({ base: `${instanceUrl}/services/data/v66.0`, authorization: `Bearer ${accessToken}` }),
      checkr: createCall({ base: CHECKR_URL, authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}` }),
      patienceMs: PATIENCE_MS,
    },
    ({ statement }) => process.stderr.write(`  … ${statement}\n`),
  );
  for (const { id, state, statement, seen } of verified)
    process.stdout.write(`${SIGNS[state].padEnd(9)} ${id}: ${statement}\n${' '.repeat(10)}seen: ${seen}\n`);
  process.exitCode = verified.some(({ state }) => state === 'wrong') ? 1 : 0;
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
