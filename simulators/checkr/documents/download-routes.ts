import { Hono } from 'hono';
import { notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import type { Parts } from '../parts.ts';

const VALID_SECONDS = 15 * 60;

/** /documents/:id/:token: the content of a document, under a link that is good for 15 simulated minutes. */
export function downloadRoutes({ store, timeline }: Parts): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/:id/:token', (c) => {
    const document = store.documents.get(c.req.param('id'));
    const givenOut = document?.links.get(c.req.param('token'));
    if (!document || !givenOut || timeline.secondsSince(givenOut) >= VALID_SECONDS) throw notFound();
    return c.body(document.content, 200, { 'Content-Type': document.content_type });
  });
}
