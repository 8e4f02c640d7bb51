import { isFinal, type CheckStatus } from '../domain/check.ts';
import { isFailure } from '../domain/failure.ts';
import { broken, ok, type Finding } from '../domain/finding.ts';
import { UsageError } from './usage-error.ts';
import type { Bench, Say } from './workshop.ts';

const STEP = 'synthetic-check';
const MEND = 'Look at the check (its Error Help), at the log of the worker and at `queue`.';
const PATIENCE_MS = 120_000;
const EVERY_MS = 1000;

/**
 * Orders a check for an invented person, waits until it is Invited, and cancels it. Test accounts only. It begins where
 * an outbound message would have arrived: the connector's own user sends none.
 */
export async function syntheticCheck(
  { synthetic }: Pick<Bench, 'synthetic'>,
  { personId, progress }: { personId: string; progress: Say['progress'] },
): Promise<Finding> {
  try {
    progress('a check for an invented person: waits until it is Invited');
    return await walk(synthetic, { personId, progress });
  } catch (error) {
    if (!isFailure(error)) throw error;
    const mend = 'Give the id of an invented Lead or Contact without an open check.';
    return broken(STEP, `The check could not be requested, or no longer be read (${error.message}).`, mend);
  }
}

/** The only connection named, if checks of its account cost nothing. @throws UsageError */
export function benchForSynthetic([bench, ...others]: Bench[]): Bench {
  if (!bench || others.length > 0) throw new UsageError('--synthetic is for one connection: name it by --connection.');
  if (bench.profile.mode !== 'test')
    throw new UsageError('--synthetic is for test accounts: a live check costs money.');
  return bench;
}

async function walk(
  synthetic: Bench['synthetic'],
  { personId, progress }: { personId: string; progress: Say['progress'] },
): Promise<Finding> {
  const checkId = await synthetic.request(personId);
  const ordered = await reached(synthetic, checkId, 'Invited');
  if (ordered !== 'Invited') return broken(STEP, `Check ${checkId} came to ${ordered}, not to Invited.`, MEND);
  progress('it is Invited: waits until it is Canceled');
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
