import { Hono } from 'hono';
import { notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { listOf } from '../http/list-of.ts';
import { readQuery } from '../http/page-of.ts';
import { readBody } from '../http/read-body.ts';
import type { Parts } from '../parts.ts';
import { getReport } from '../reports/get-report.ts';
import { adverseActionJson } from './adverse-action.ts';
import type { AdverseAction } from './adverse-action.ts';
import { cancelAdverseAction } from './adverse-action-moves.ts';
import { adverseActionBody, createAdverseAction, openAdverseItems } from './create-adverse-action.ts';

/** Adverse items and actions: under their report, and under /v1/adverse_actions. */
export function adverseActionRoutes(parts: Parts): Hono<AppEnv> {
  const get = (id: string): AdverseAction => {
    const action = parts.store.adverseActions.get(id);
    if (!action) throw notFound();
    return action;
  };
  return new Hono<AppEnv>()
    .get('/reports/:report_id/adverse_items', (c) => {
      readQuery(c, {});
      return c.json(listOf(openAdverseItems(parts, getReport(parts.store, c.req.param('report_id')))));
    })
    .post('/reports/:report_id/adverse_actions', async (c) => {
      const report = getReport(parts.store, c.req.param('report_id'));
      return c.json(adverseActionJson(createAdverseAction(parts, report, await readBody(c, adverseActionBody))));
    })
    .get('/adverse_actions/:id', (c) => c.json(adverseActionJson(get(c.req.param('id')))))
    .delete('/adverse_actions/:id', (c) => {
      const action = get(c.req.param('id'));
      cancelAdverseAction(parts, action);
      return c.json(adverseActionJson(action));
    });
}
