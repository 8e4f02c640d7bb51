import { ageOf } from '../domain/age.ts';
import { withWorkshop, type CliContext } from './workshop.ts';

const HOUR_MS = 3_600_000;

/** `parked`: events of the last seven days that wait: no check here has their ids, or they could not be applied. */
export async function parkedCommand(context: CliContext, connections: string[]): Promise<void> {
  const { say, end } = context;
  await withWorkshop(context, connections, async ({ benches, now }) => {
    const parked = [];
    for (const bench of benches)
      for (const event of await bench.listParked()) {
        const at = event.occurredAt === null ? null : Date.parse(event.occurredAt);
        const ageHours = at === null ? null : Math.round((now() - at) / HOUR_MS);
        parked.push({ connection: bench.profile.name, ...event, ageHours });
      }
    say.json({ parked });
    say.table(
      ['connection', 'why', 'event', 'type', 'object', 'age'],
      parked.map((one) => [
        ...[one.connection, one.why, one.eventId, one.type, one.objectId],
        one.occurredAt === null ? '?' : ageOf(now() - Date.parse(one.occurredAt)),
      ]),
    );
    say.line(
      `${parked.length} wait. Parked ones are matched once a check has the id, failed ones tried every hour; \`parked retry\` tries now.`,
    );
    end(0);
  });
}

/** `parked retry [ids]`: applies them again now; without ids all. Ends with 1 when an id is not parked. */
export async function parkedRetryCommand(context: CliContext, connections: string[], ids: string[]): Promise<void> {
  const { say, end } = context;
  await withWorkshop(context, connections, async ({ benches }) => {
    const tried: string[] = [];
    for (const bench of benches) {
      const events = (await bench.listParked()).filter(({ eventId }) => ids.length === 0 || ids.includes(eventId));
      await bench.retryParked(events);
      tried.push(...events.map(({ eventId }) => eventId));
    }
    const unknown = ids.filter((id) => !tried.includes(id));
    say.json({ tried, unknown });
    say.line(tried.length === 0 ? 'Nothing waits.' : `${tried.length} events are in the queue again.`);
    if (unknown.length > 0) say.line(`Not parked: ${unknown.join(', ')}.`);
    end(unknown.length > 0 ? 1 : 0);
  });
}
