import { Hono } from 'hono';
import { z } from 'zod';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readQuery } from '../http/page-of.ts';
import { readBody } from '../http/read-body.ts';
import type { Parts } from '../parts.ts';
import { completeNow } from './complete-now.ts';
import { embedded } from './embedded.ts';
import { getReport } from './get-report.ts';
import { orderBody } from './order-body.ts';
import { orderReport } from './order-report.ts';
import { reportJson } from './report.ts';
import type { Report } from './report.ts';
import { updateReport } from './update-report.ts';

const updateBody = z.strictObject({
  package: z.string().min(1).optional(),
  adjudication: z.literal('engaged').optional(),
});

/** /v1/reports: order, read, upgrade or engage by POST, complete, and the estimated day. */
export function reportRoutes(parts: Parts): Hono<AppEnv> {
  const get = (id: string): Report => getReport(parts.store, id);
  return new Hono<AppEnv>()
    .post('/', async (c) => c.json(reportJson(orderReport(parts, await readBody(c, orderBody))), 201))
    .get('/:id', (c) => {
      const { include } = readQuery(c, { include: z.string().optional() });
      const report = get(c.req.param('id'));
      return c.json({ ...reportJson(report), ...embedded(parts, report, include) });
    })
    .post('/:id', async (c) => {
      const report = get(c.req.param('id'));
      updateReport(parts, report, await readBody(c, updateBody));
      return c.json(reportJson(report));
    })
    .post('/:id/complete', (c) => {
      const report = get(c.req.param('id'));
      completeNow(parts, report);
      return c.json(reportJson(report));
    })
    .get('/:id/eta', (c) => {
      const { estimate, completed_at } = get(c.req.param('id'));
      if (!estimate || completed_at) throw new ApiError(404, 'Report ETA prediction unavailable');
      return c.json({
        estimate_generated_at: estimate.generated_at,
        estimated_completion_time: estimate.completion_time,
      });
    });
}
