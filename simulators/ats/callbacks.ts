import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';

/** A callback as it came in. */
export interface Callback {
  path: string;
  headers: Record<string, string>;
  /** Parsed where it is JSON, else the text. */
  body: unknown;
  /** `true`, or why its signature does not hold; null where no signing secret is known. */
  is_signed: true | string | null;
  received_at: string;
  /** How it was answered. */
  answered: string;
}

/** How callbacks are answered; `times` of them, or every one. */
export const behaviourSchema = z.strictObject({
  mode: z.enum(['accept', 'error', 'gone', 'redirect', 'silent', 'slow', 'huge']),
  times: z.number().int().positive().optional(),
});
export type Behaviour = z.infer<typeof behaviourSchema>;

const SLOW_MS = 2000;
const HUGE_CHUNKS = 10_000;

/** Takes callbacks at any path, remembers them, and answers as it was told to. */
export function createReceiver(signingSecret: () => string | undefined) {
  const received: Callback[] = [];
  let behaviour: Behaviour = { mode: 'accept' };

  function nextMode(): Behaviour['mode'] {
    const { mode, times } = behaviour;
    if (times !== undefined) behaviour = times > 1 ? { mode, times: times - 1 } : { mode: 'accept' };
    return mode;
  }

  const app = new Hono().post('*', async (c) => {
    const text = await c.req.text();
    const headers = c.req.header();
    const mode = nextMode();
    received.push({
      ...{ path: c.req.path, headers, body: parsed(text), is_signed: verdict(text, headers, signingSecret()) },
      ...{ received_at: new Date().toISOString(), answered: mode },
    });
    if (mode === 'error') return c.text('something broke', 500);
    if (mode === 'gone') return c.body(null, 410);
    if (mode === 'redirect') return c.redirect(`${new URL(c.req.url).origin}/elsewhere`, 307);
    if (mode === 'silent') return new Promise<Response>(() => undefined);
    if (mode === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    if (mode === 'huge')
      return stream(c, async (body) => {
        for (let chunk = 0; chunk < HUGE_CHUNKS && !body.aborted; chunk += 1) await body.write('x'.repeat(65_536));
      });
    return c.body(null, 204);
  });

  return {
    app,
    received,
    behave: (told: Behaviour) => void (behaviour = told),
    forget: () => void received.splice(0),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function verdict(text: string, headers: Record<string, string>, secret: string | undefined): Callback['is_signed'] {
  if (secret === undefined) return null;
  try {
    new Webhook(secret).verify(text, headers);
    return true;
  } catch (error) {
    return (error as Error).message;
  }
}
