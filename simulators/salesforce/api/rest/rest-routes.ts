import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { SimulatedOrg } from '../../org.ts';
import type { ApiEnv } from '../api-env.ts';
import { errorAnswer } from '../error-body.ts';
import { jsonBody } from '../json-body.ts';
import type { Usage } from '../usage.ts';
import { blobRoute } from './blob-route.ts';
import { collectionRoutes } from './collection-routes.ts';
import { collectionUpsertRoute } from './collection-upsert-route.ts';
import { compositeGraphRoute } from './composite-graph-route.ts';
import { compositeRoute } from './composite-route.ts';
import { describeRoutes } from './describe-routes.ts';
import { dispatch } from './dispatch.ts';
import { externalIdRoutes } from './external-id-routes.ts';
import { orgRoutes } from './org-routes.ts';
import { queryRoutes } from './query-routes.ts';
import { recordRoutes } from './record-routes.ts';
import { retrieveRoutes } from './retrieve-routes.ts';
import type { RestAnswer, RestRequest, RestRoute } from './rest-request.ts';

/** The data API below `/services/data/vXX.0`; expects `requireSession` in front. */
export function restRoutes({ org, usage }: { org: SimulatedOrg; usage: Usage }): Hono<ApiEnv> {
  const routes: RestRoute[] = [
    ...orgRoutes(usage),
    ...describeRoutes(),
    ...queryRoutes(),
    ...recordRoutes(),
    blobRoute(),
    ...externalIdRoutes(),
    ...collectionRoutes(),
    collectionUpsertRoute(),
    ...retrieveRoutes(),
    compositeRoute((request) => dispatch(routes, request)),
    compositeGraphRoute((request) => dispatch(routes, request)),
  ];
  return new Hono<ApiEnv>().all('/services/data/:version{v[0-9]+\\.0}/*', async (c) => {
    try {
      return answer(c, dispatch(routes, await toRequest(c, org)));
    } catch (error) {
      return answer(c, errorAnswer(error));
    }
  });
}

function answer(c: Context<ApiEnv>, { status, body, bytes, headers = {} }: RestAnswer): Response {
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  if (bytes) return c.body(bytes, status as 200, { 'content-type': 'application/octet-stream' });
  if (body === undefined) return c.body(null, status as 204);
  return c.json(body, status as ContentfulStatusCode);
}

async function toRequest(c: Context<ApiEnv>, org: SimulatedOrg): Promise<RestRequest> {
  const url = new URL(c.req.url);
  const [, version = '', path = ''] = /^\/services\/data\/(v\d+\.0)(.*)$/.exec(c.req.path) ?? [];
  return {
    org,
    user: c.get('user'),
    method: c.req.method,
    path: path.replace(/\/$/, ''),
    query: url.searchParams,
    body: await jsonBody(c),
    version,
    origin: url.origin,
    rowFault: c.get('rowFault'),
    header: (name) => c.req.header(name),
  };
}
