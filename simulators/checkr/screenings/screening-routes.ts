import { Hono } from 'hono';
import { notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import type { Parts } from '../parts.ts';
import { screeningJson } from './screening-json.ts';
import { SCREENING_KINDS } from './screening-types.ts';

/** /v1/<path of the kind>/:id for every kind of screening that has a path. */
export function screeningRoutes({ store }: Parts): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const [type, kind] of SCREENING_KINDS) {
    if (!kind.path) continue;
    routes.get(`/${kind.path}/:id`, (c) => {
      const screening = store.screenings.get(c.req.param('id'));
      if (screening?.type !== type) throw notFound();
      return c.json(screeningJson(screening));
    });
  }
  return routes;
}
