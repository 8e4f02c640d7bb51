import { withWorkshop, type CliContext } from './workshop.ts';

/** `reconcile`: looks for forgotten work now; with `everything` also at what was touched just now, page after page. */
export async function reconcileCommand(
  context: CliContext,
  connections: string[],
  { everything }: { everything: boolean },
): Promise<void> {
  const { say, end } = context;
  await withWorkshop(context, connections, async ({ benches }) => {
    const found = [];
    for (const bench of benches) {
      const { name } = bench.profile;
      const sum = { connection: name, actions: 0, events: 0 };
      for (let isDone = false; !isDone;) {
        const run = await bench.reconcile(everything);
        sum.actions += run.actions;
        sum.events += run.events;
        say.progress(`${name}: ${sum.actions} actions and ${sum.events} open checks so far`);
        isDone = run.isDone || !everything;
      }
      found.push(sum);
    }
    say.json({ found });
    say.table(
      ['connection', 'actions to carry out', 'open checks to read again'],
      found.map((one) => [one.connection, String(one.actions), String(one.events)]),
    );
    const isNothing = found.every(({ actions, events }) => actions + events === 0);
    say.line(
      isNothing
        ? 'Nothing was forgotten.'
        : 'They are in the queue; the worker does the rest (`queue` shows how far it is).',
    );
    end(0);
  });
}
