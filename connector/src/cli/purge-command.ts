import { isFailure } from '../domain/failure.ts';
import { momentFrom } from './moment.ts';
import { UsageError } from './usage-error.ts';
import { withWorkshop, type Bench, type CliContext } from './workshop.ts';

const EVENT = 'Background_Check_Event__c';
const ASSIGN =
  'Assign the permission set "Background Check Purge Audit" to this user, run the command again, and take it away afterwards.';

interface Purged {
  connection: string;
  rows: number;
  deleted: number;
  /** Why nothing, or not everything, was deleted; null when nothing stood in the way. */
  refusal: string | null;
}

/**
 * `purge --before DATE`: counts the rows of the audit trail made before that day; `apply` deletes them. The right to do
 * so is no part of the connector's: without it the command says how to give it for the occasion.
 */
export async function purgeCommand(
  context: CliContext,
  connections: string[],
  { before, apply }: { before: string; apply: boolean },
): Promise<void> {
  const { say, end } = context;
  const moment = momentFrom(before, '--before');
  await withWorkshop(context, connections, async ({ benches, now }) => {
    if (moment > now()) throw new UsageError(`--before ${before} lies ahead: that would be the whole audit trail.`);
    const purged: Purged[] = [];
    for (const bench of benches) {
      const connection = bench.profile.name;
      const rows = await bench.audit.count(moment);
      const onStep = (deleted: number) => say.progress(`${connection}: ${deleted} of ${rows}`);
      const became = apply ? await remove(bench, moment, onStep) : { deleted: 0, refusal: null };
      purged.push({ connection, rows, ...became });
    }
    say.json({ before: new Date(moment).toISOString(), purged });
    say.table(
      ['connection', `rows before ${before}`, 'deleted', 'refused because'],
      purged.map((one) => [one.connection, String(one.rows), String(one.deleted), one.refusal ?? '']),
    );
    if (!apply) say.line('Nothing was deleted: export what must be kept, then --apply.');
    end(purged.some(({ refusal }) => refusal !== null) ? 1 : 0);
  });
}

async function remove({ org, audit }: Bench, moment: number, onStep: (deleted: number) => void) {
  let deleted = 0;
  const { username } = await org.getIdentity();
  if ((await org.describe(EVENT))?.delete !== true)
    return { deleted, refusal: `${username} may not delete the audit trail. ${ASSIGN}` };
  try {
    for (let some = await audit.remove(moment); some > 0; some = await audit.remove(moment)) {
      deleted += some;
      onStep(deleted);
    }
    return { deleted, refusal: null };
  } catch (error) {
    if (!isFailure(error, 'rejected')) throw error;
    return { deleted, refusal: `Salesforce refuses ${username} to delete (${error.message}). ${ASSIGN}` };
  }
}
