import { Hono } from 'hono';
import { z } from 'zod';
import type { FlowDefinition } from './flow-definition.ts';
import type { FlowEngine } from './flow-engine.ts';
import type { FlowTrace } from './flow-trace.ts';

interface FlowControlOptions {
  engine: () => FlowEngine;
  flows: () => FlowDefinition[];
  trace: FlowTrace;
}

const faultsSchema = z.record(z.string(), z.string());

/**
 * What tests do to flows: `GET /` lists flows, what waits and what ran; `PUT /faults` `{"Flow.Element": "words"}` makes
 * elements fail; `POST /<name>/run` runs a scheduled flow now.
 */
export function flowControlRoutes({ engine, flows, trace }: FlowControlOptions): Hono {
  return new Hono()
    .get('/', (c) =>
      c.json({
        flows: flows().map(({ name, isActive, start }) => ({ name, isActive, start: start.kind })),
        pending: engine().pending(),
        schedule: engine().schedule(),
        faults: Object.fromEntries(trace.faults()),
        executed: trace.executed(),
      }),
    )
    .put('/faults', async (c) => {
      const parsed = faultsSchema.safeParse(await c.req.json().catch(() => null));
      if (!parsed.success) return c.json({ message: z.prettifyError(parsed.error) }, 400);
      engine().failAt(parsed.data);
      return c.json(parsed.data);
    })
    .post('/:name/run', (c) => c.json(engine().runNow(c.req.param('name'))))
    .onError((error, c) => c.json({ message: error.message }, 400));
}
