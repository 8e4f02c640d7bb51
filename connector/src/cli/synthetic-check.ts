import { isFinal, type CheckStatus } from '../domain/check.ts';
import { UsageError } from './usage-error.ts';
import type { Bench } from './workshop.ts';
import { broken, ok, type Finding } from '../domain/finding.ts';

const STEP = 'synthetic-check';
const MEND = 'Look at the check (its Error Help), at the log of the worker and at `queue`.';
const PATIENCE_MS = 120_000;
const EVERY_MS = 1000;

/**
 * Orders a check for an invented person, waits until it is Invited, and cancels it. Test accounts only. It begins where
 * an outbound message would have arrived: the connector's own user sends none.
 */
export async function syntheticCheck({ profile, synthetic }: Bench, personId: string): Promise<Finding> {
  if (profile.mode !== 'test') throw new UsageError('--synthetic is for test accounts: a live check costs money.');
  const checkId = await synthetic.request(personId);
  const ordered = await reached(synthetic, checkId, 'Invited');
  if (ordered !== 'Invited') return broken(STEP, `Check ${checkId} came to ${ordered}, not to Invited.`, MEND);
  await synthetic.cancel(checkId);
  const canceled = await reached(synthetic, checkId, 'Canceled');
  if (canceled !== 'Canceled')
    return broken(STEP, `Check ${checkId} was invited, but not canceled (${canceled}).`, MEND);
  return ok(STEP, `Check ${checkId} was ordered, invited and canceled again.`);
}

async function reached(synthetic: Bench['synthetic'], checkId: string, wanted: CheckStatus): Promise<string> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const status = await synthetic.statusOf(checkId);
    if (status === wanted || isFinal(status)) return status;
    if (Date.now() > end) return status;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
