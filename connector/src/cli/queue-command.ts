import { ageOf } from '../domain/age.ts';
import { withWorkshop, type CliContext } from './workshop.ts';

/** `queue`: how every connection's queue stands. */
export async function queueCommand(context: CliContext, connections: string[]): Promise<void> {
  const { say, end } = context;
  await withWorkshop(context, connections, async ({ queues }) => {
    const facts = await queues.facts();
    say.json({ queues: facts });
    say.table(
      ['connection', 'waiting', 'active', 'for later', 'oldest waiting', 'state'],
      facts.map(({ connection, counts, oldestWaitingMs, isPaused }) => [
        ...[connection, String(counts.waiting), String(counts.active), String(counts.delayed)],
        ...[oldestWaitingMs === null ? '–' : ageOf(oldestWaitingMs), isPaused ? 'paused' : 'runs'],
      ]),
    );
    if (facts.some(({ isPaused }) => isPaused)) say.line('No job is begun while a queue is paused: `queue resume`.');
    end(0);
  });
}

/** `queue retry`: jobs that wait for their next try run now. */
export async function queueRetryCommand(context: CliContext, connections: string[]): Promise<void> {
  const { say, end } = context;
  await withWorkshop(context, connections, async ({ queues, benches }) => {
    const retried = [];
    for (const { profile } of benches)
      retried.push({ connection: profile.name, jobs: await queues.retryNow(profile.name) });
    say.json({ retried });
    say.table(
      ['connection', 'jobs that run now'],
      retried.map((one) => [one.connection, String(one.jobs)]),
    );
    end(0);
  });
}

/** `queue pause` and `queue resume`: jobs are kept and none is begun, until they are. */
export async function queuePauseCommand(context: CliContext, connections: string[], isPaused: boolean): Promise<void> {
  const { say, end } = context;
  await withWorkshop(context, connections, async ({ queues, benches }) => {
    for (const { profile } of benches) await queues.setPaused(profile.name, isPaused);
    const names = benches.map(({ profile }) => profile.name);
    say.json({ isPaused, connections: names });
    say.line(`${names.join(', ')}: ${isPaused ? 'paused; doors still take everything in' : 'runs again'}.`);
    end(0);
  });
}
