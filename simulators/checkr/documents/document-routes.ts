import { Hono } from 'hono';
import { getCandidate } from '../candidates/get-candidate.ts';
import { ApiError, notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { listOf } from '../http/list-of.ts';
import { readQuery } from '../http/page-of.ts';
import type { Parts } from '../parts.ts';
import { documentJson } from './document-json.ts';
import { keepUpload } from './keep-upload.ts';

/** /v1/candidates/:candidate_id/documents, to upload and list, and /v1/documents/:id. */
export function documentRoutes(parts: Parts): Hono<AppEnv> {
  const { store } = parts;
  return new Hono<AppEnv>()
    .post('/candidates/:candidate_id/documents', async (c) => {
      const candidate = getCandidate(store, c.req.param('candidate_id'));
      const type = c.req.header('Content-Type') ?? '';
      if (!type.startsWith('multipart/form-data')) {
        throw new ApiError(415, `The provided content-type '${type.split(';')[0]}' is not supported.`);
      }
      return c.json(documentJson(parts, await keepUpload(parts, candidate, await c.req.parseBody())));
    })
    .get('/candidates/:candidate_id/documents', (c) => {
      const candidate = getCandidate(store, c.req.param('candidate_id'));
      const { 'types[]': _read, ...others } = c.req.query();
      if (Object.keys(others).length > 0) readQuery(c, {});
      const types = c.req.queries('types[]');
      const found = [...store.documents.values()].filter(
        (one) => one.candidate_id === candidate.id && (!types || types.includes(one.type)),
      );
      return c.json(listOf(found.map((one) => documentJson(parts, one))));
    })
    .get('/documents/:id', (c) => {
      const document = store.documents.get(c.req.param('id'));
      if (!document) throw notFound();
      return c.json(documentJson(parts, document));
    });
}
