import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Publisher } from '../queue/jobs.ts';

/** What a router or a sender may call a request: Heroku's are UUIDs. Anything else is replaced, for it goes into logs. */
const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;
const HEADER = 'x-request-id';

/** Carries one id from the request through the log and the jobs it leads to, and back in the answer. */
export interface RequestTrace {
  /** A listener whose requests have an id. */
  around(listener: RequestListener): RequestListener;
  /** The id of the request this runs for. */
  current(): string | undefined;
  /** A publisher whose jobs carry the id of the request that asked for them. */
  tagging<P extends Publisher>(publisher: P): P;
}

/** A trace of its own for one server: doors need not pass the id on. */
export function createRequestTrace(): RequestTrace {
  const storage = new AsyncLocalStorage<string>();
  const current = (): string | undefined => storage.getStore();
  return {
    current,
    around: (listener) => (request, response) => {
      const given = request.headers[HEADER];
      const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
      response.setHeader(HEADER, id);
      storage.run(id, listener, request, response);
    },
    tagging: (publisher) => ({
      ...publisher,
      publish(requests) {
        const requestId = current();
        return publisher.publish(requestId ? requests.map((request) => ({ ...request, requestId })) : requests);
      },
    }),
  };
}
