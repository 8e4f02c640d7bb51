import { Hono } from 'hono';
import { notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { pageOf, readListQuery } from '../http/page-of.ts';
import type { Parts } from '../parts.ts';

/** /v1/packages: list and read. */
export function packageRoutes({ store, publicUrl }: Parts): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/', (c) => {
      readListQuery(c, {});
      return c.json(pageOf(c, store.packages, { show: (one) => one, publicUrl: publicUrl() }));
    })
    .get('/:id', (c) => {
      const found = store.packages.find((one) => one.id === c.req.param('id'));
      if (!found) throw notFound();
      return c.json(found);
    });
}
