import type { Context } from 'hono';
import { z } from 'zod';
import { ApiError } from './api-error.ts';
import { parseForm } from './parse-form.ts';
import { problemsOf } from './problems-of.ts';

/** Yes or no, also in the spelling of form bodies. */
export const flag = z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean());

/** A text that may be left out or emptied; an empty text counts as null. */
export const optionalText = z.preprocess((value) => (value === '' ? null : value), z.string().nullable()).optional();

/** Reads a JSON or form body and parses it. @throws ApiError 400 in Checkr's words, 415 for another content type. */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S>> {
  const body = await bodyOf(c);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ApiError(400, problemsOf(parsed.error, body));
}

async function bodyOf(c: Context): Promise<unknown> {
  const type = (c.req.header('Content-Type') ?? 'application/x-www-form-urlencoded')
    .split(';')[0]
    ?.trim()
    .toLowerCase();
  const text = await c.req.text();
  if (type === 'application/json') return text.trim() === '' ? {} : parseJson(text);
  if (type === 'application/x-www-form-urlencoded') return { ...parseForm(text) };
  throw new ApiError(415, `The provided content-type '${type}' is not supported.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ApiError(400, `The request body is not valid JSON: ${(cause as Error).message}`);
  }
}
