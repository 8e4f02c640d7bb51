import { Hono } from 'hono';
import { notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { listOf } from '../http/list-of.ts';
import type { Parts } from '../parts.ts';
import { getReport } from '../reports/get-report.ts';

/** What candidates were asked for: the list of a report, and one by id. */
export function verificationRoutes({ store }: Parts): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/reports/:report_id/verifications', (c) => {
      const report = getReport(store, c.req.param('report_id'));
      return c.json(listOf([...store.verifications.values()].filter((one) => one.report_id === report.id)));
    })
    .get('/verifications/:verification_id', (c) => {
      const verification = store.verifications.get(c.req.param('verification_id'));
      if (!verification) throw notFound();
      return c.json(verification);
    });
}
