import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from './api-env.ts';

/** Bytes of an address, and of an address with all headers. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
const LONGEST = 16_384;

/** Refuses addresses that are too long with 414 or, counting the headers, 431: in front of the API, so without an error code. */
export const addressLimit = createMiddleware<ApiEnv>(async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  const address = pathname.length + search.length;
  if (address > LONGEST) return c.html('<h1>Bad Message 414</h1><pre>reason: URI Too Long</pre>', 414);
  const headers = Object.entries(c.req.header()).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (address + headers > LONGEST)
    return c.html('<h1>Bad Message 431</h1><pre>reason: Request Header Fields Too Large</pre>', 431);
  await next();
  return undefined;
});
