import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Clock } from './clock.ts';

/** A timed path of a flow that waits for its time. */
interface PendingPath {
  flow: string;
  path: string;
  recordId: string;
  due: Date;
}

interface ClockRoutesOptions {
  clock: Clock;
  /** The timed paths that wait, soonest first. */
  pending: () => PendingPath[];
  /** Runs those that are due; how many. */
  runDue: () => number;
}

const changeSchema = z.strictObject({
  now: z.iso.datetime({ offset: true }).optional(),
  advanceMs: z.int().nonnegative().optional(),
  rate: z.number().positive().max(100_000).optional(),
});

/** `GET /`: the org's time and what waits for it; `PUT /`: moves it, and answers when everything due has begun. */
export function clockRoutes({ clock, pending, runDue }: ClockRoutesOptions): Hono {
  const state = () => ({ now: clock.now().toISOString(), rate: clock.rate(), pending: pending() });
  return new Hono()
    .get('/', (c) => c.json(state()))
    .put('/', async (c) => {
      const parsed = changeSchema.safeParse(await bodyOf(c));
      if (!parsed.success) return c.json({ message: z.prettifyError(parsed.error) }, 400);
      const { now, ...change } = parsed.data;
      clock.set({ ...change, now: now === undefined ? undefined : new Date(now) });
      return c.json({ ran: runDue(), ...state() });
    });
}

async function bodyOf(c: Context): Promise<unknown> {
  return c.req.json().catch(() => null) as Promise<unknown>;
}
