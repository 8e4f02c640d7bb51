import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Failure } from '../domain/failure.ts';

/** Refuses a body over `maxBytes` with 413 without reading it to its end. */
export function limitedBody(maxBytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new Failure('too-large', `body-over-${maxBytes}-bytes`);
    },
  });
}
