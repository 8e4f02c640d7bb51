const ID = /\/[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?(?=\/|$)/g;

/** A request by method and route, without version, ids, external ids or query: safe to log and to count by. */
export function routeName(method: string, path: string): string {
  const route = path.replace(/^\/services\/data\/v[\d.]+/, '').replace(/\/{2,}/g, '/');
  const named = route
    .replace(/^(\/sobjects\/[^/]+\/(?!describe)[^/]+__c)\/.+$/, '$1/:value')
    .replace(ID, (id) => (/\d/.test(id) ? '/:id' : id))
    .replace(/^\/query\/.+/, '/query/:cursor');
  return `${method} ${named || '/'}`;
}
