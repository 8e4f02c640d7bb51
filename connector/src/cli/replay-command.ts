import { isFailure } from '../domain/failure.ts';
import type { ReplayObject } from '../domain/replay-objects.ts';
import type { Rehearsal } from '../use-cases/rehearse-event.ts';
import { findTargets, type ReplayNames } from './replay-targets.ts';
import { withWorkshop, type Bench, type CliContext, type Say } from './workshop.ts';

export interface ReplayOptions extends ReplayNames {
  apply: boolean;
}

type Outcome = Rehearsal['outcome'] | 'not-at-checkr';
type Replayed = Omit<Rehearsal, 'outcome'> & { connection: string; outcome: Outcome };

const WORDS: Record<Exclude<Outcome, 'created'>, string> = {
  applied: 'nothing changes',
  'no-change': 'nothing changes',
  late: 'nothing changes: the check shows a newer reading',
  quarantined: 'left alone: the check belongs to another connection',
  unknown: 'no check here knows it',
  'not-at-checkr': 'Checkr does not know it',
};

/**
 * `replay`: reads reports and invitations again at Checkr and shows, field by field, what that would change. Nothing is
 * written without `apply`; then the same is put into the queue. Ends with 1 when something named is not there.
 */
export async function replayCommand(context: CliContext, connections: string[], options: ReplayOptions): Promise<void> {
  const { say, end } = context;
  const { apply: applied } = options;
  await withWorkshop(context, connections, async ({ benches, now }) => {
    const { targets, missing, isCut } = await findTargets(benches, options, now());
    const replayed: Replayed[] = [];
    try {
      for (const { bench, target } of targets) {
        say.progress(`${replayed.length + 1} of ${targets.length}: ${target.objectType} ${target.objectId}`);
        replayed.push({ connection: bench.profile.name, ...(await replay(bench, target, applied)) });
      }
    } finally {
      // Whatever breaks it off, what is in the queue already has to be known.
      say.json({ applied, replayed, missing, isCut });
      show(say, replayed, applied);
    }
    if (missing.length > 0) say.line(`Not there, or with nothing at Checkr to read: ${missing.join(', ')}.`);
    if (isCut) say.line('The span holds more events than one run takes: take shorter ones.');
    const isComplete = missing.length === 0 && !isCut && replayed.every((one) => isAtCheckr(one, replayed));
    end(isComplete ? 0 : 1);
  });
}

/** What Checkr does not know cannot be put into the queue, and must not keep the others from it. */
async function replay(bench: Bench, target: ReplayObject, applied: boolean): Promise<Omit<Replayed, 'connection'>> {
  try {
    const rehearsal = await bench.rehearse(target);
    if (applied) await bench.replay(target);
    return rehearsal;
  } catch (error) {
    if (!isFailure(error, 'not-found') || !error.code.startsWith('checkr-')) throw error;
    return { ...target, outcome: 'not-at-checkr', changes: [], created: 0 };
  }
}

/** An object that is named is looked for in every connection: one of them knows it. */
function isAtCheckr({ objectId }: Replayed, replayed: Replayed[]): boolean {
  return replayed.some((one) => one.objectId === objectId && one.outcome !== 'not-at-checkr');
}

function show(say: Say, replayed: Replayed[], applied: boolean): void {
  const rows = replayed.flatMap(({ objectType, objectId, outcome, changes, created }) => {
    const lines = changes.flatMap(({ checkId, fields }) =>
      fields.map(({ field, before, after }) => [checkId, field, textOf(before), textOf(after)]),
    );
    const what = created > 0 || outcome === 'created' ? 'a new check would be made of it' : WORDS[outcome];
    return lines.length > 0 ? lines : [['', `${objectType} ${objectId}`, '', what]];
  });
  say.table(['check', 'field', 'now', 'then'], rows);
  const changed = rows.filter(([check]) => check !== '').length;
  say.line(`${replayed.length} read again, ${changed} fields differ.`);
  say.line(applied ? 'They are in the queue; the worker writes them.' : 'Nothing was written: --apply does.');
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '–' : String(value);
}
