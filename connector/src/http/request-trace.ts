import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Publisher } from '../queue/jobs.ts';

/** What a router or a sender may call a request: Heroku's are UUIDs. Anything else is replaced, for it goes into logs. */
const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;
const HEADER = 'x-request-id';

/** Carries one id from the request through the log and the jobs it leads to, and back in the answer. */
export interface RequestTrace {
  middleware: MiddlewareHandler;
  /** The id of the request this runs for. */
  current(): string | undefined;
  /** A publisher whose jobs carry the id of the request that asked for them. */
  tagging(publisher: Publisher): Publisher;
}

/** A trace of its own for one app: doors need not pass the id on. */
export function createRequestTrace(): RequestTrace {
  const storage = new AsyncLocalStorage<string>();
  const current = (): string | undefined => storage.getStore();
  return {
    current,
    async middleware(c, next) {
      const given = c.req.header(HEADER) ?? '';
      const id = REQUEST_ID.test(given) ? given : randomUUID();
      await storage.run(id, next);
      c.res.headers.set(HEADER, id);
    },
    tagging: (publisher) => ({
      publish(requests) {
        const requestId = current();
        return publisher.publish(requestId ? requests.map((request) => ({ ...request, requestId })) : requests);
      },
    }),
  };
}
