import type { Context } from 'hono';
import { z } from 'zod';
import { ApiError } from '../database/api-error.ts';

/** What a request carries; undefined when that is nothing. @throws ApiError 400 `JSON_PARSER_ERROR` */
export async function jsonBody(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The HTTP entity body is not valid JSON');
  }
}

/** A body as the schema reads it. @throws ApiError 400 `JSON_PARSER_ERROR` in the schema's words. */
export function parsedBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ApiError(400, 'JSON_PARSER_ERROR', z.prettifyError(parsed.error));
}
