import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Failure } from '../domain/failure.ts';

/** Refuses a body over `maxBytes` with 413 without reading it to its end. */
export function limitedBody(maxBytes: number): MiddlewareHandler {
  const refuse = (): never => {
    throw new Failure('too-large', `body-over-${maxBytes}-bytes`);
  };
  const counted = bodyLimit({ maxSize: maxBytes, onError: refuse });
  return async (c, next) => {
    // Node takes no more than was announced; counting would make a stream of every body, a fifth of a door's work.
    const announced = c.req.header('transfer-encoding')
      ? Number.NaN
      : Number(c.req.header('content-length') ?? Number.NaN);
    if (announced > maxBytes) refuse();
    return announced >= 0 ? next() : counted(c, next);
  };
}
