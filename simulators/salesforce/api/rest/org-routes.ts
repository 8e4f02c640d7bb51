import type { Usage } from '../usage.ts';
import type { RestRoute } from './rest-request.ts';

/** `GET /` (what there is) and `GET /limits`. */
export function orgRoutes(usage: Usage): RestRoute[] {
  const resources = ['sobjects', 'query', 'composite', 'limits', 'ui-api', 'graphql'];
  return [
    {
      method: 'GET',
      pattern: '',
      handle: ({ version }) => ({
        status: 200,
        body: Object.fromEntries(resources.map((name) => [name, `/services/data/${version}/${name}`])),
      }),
    },
    {
      method: 'GET',
      pattern: '/limits',
      handle: () => ({
        status: 200,
        body: { DailyApiRequests: { Max: usage.limit(), Remaining: Math.max(0, usage.limit() - usage.used()) } },
      }),
    },
  ];
}
