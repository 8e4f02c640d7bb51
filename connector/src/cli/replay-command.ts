import type { Rehearsal } from '../use-cases/rehearse-event.ts';
import { momentFrom } from './parked-command.ts';
import { UsageError } from './usage-error.ts';
import { withWorkshop, type Bench, type CliContext, type ReplayTarget, type Say } from './workshop.ts';

/** What is to be looked at again; ids may be given several times. */
export interface ReplayOptions {
  check: string[];
  report: string[];
  invitation: string[];
  event: string[];
  since?: string;
  until?: string;
  apply: boolean;
}

/**
 * `replay`: reads reports and invitations again at Checkr and shows, field by field, what that would change. Nothing is
 * written without `apply`; then the same is put into the queue.
 */
export async function replayCommand(context: CliContext, connections: string[], options: ReplayOptions): Promise<void> {
  const { say, end } = context;
  await withWorkshop(context, connections, async ({ benches, now }) => {
    const replayed = [];
    for (const bench of benches) {
      for (const target of await targetsOf(bench, options, now())) {
        say.progress(`${target.objectType} ${target.objectId}`);
        const rehearsal = await bench.rehearse(target);
        if (options.apply) await bench.replay(target);
        replayed.push({ connection: bench.profile.name, ...rehearsal });
      }
    }
    say.json({ applied: options.apply, replayed });
    show(say, replayed, options.apply);
    end(0);
  });
}

async function targetsOf({ findReplayTargets: find }: Bench, options: ReplayOptions, now: number) {
  const { check, report, invitation, event, since, until } = options;
  const named: ReplayTarget[] = [
    ...report.map((objectId) => ({ objectType: 'report' as const, objectId })),
    ...invitation.map((objectId) => ({ objectType: 'invitation' as const, objectId })),
    ...(check.length > 0 ? await find.ofChecks(check) : []),
    ...(event.length > 0 ? await find.ofEvents(event) : []),
  ];
  if (since !== undefined) {
    const end = until === undefined ? now : momentFrom(until, '--until');
    named.push(...(await find.ofSpan(momentFrom(since, '--since'), end)));
  } else if (check.length + report.length + invitation.length + event.length === 0)
    throw new UsageError('Say what to replay: --check, --report, --invitation, --event or --since.');
  return named;
}

function show(say: Say, replayed: ({ connection: string } & Rehearsal)[], applied: boolean): void {
  const rows = replayed.flatMap(({ objectType, objectId, outcome, changes, created }) => {
    const lines = changes.flatMap(({ checkId, fields }) =>
      fields.map(({ field, before, after }) => [checkId, field, textOf(before), textOf(after)]),
    );
    const what = created > 0 ? 'a new check would be made of it' : `nothing changes (${outcome})`;
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
