import type { Context } from 'hono';
import { z } from 'zod';
import { ApiError } from './api-error.ts';
import { problemsOf } from './problems-of.ts';

/** The two query parameters that every list takes. */
const paging = {
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(0).max(100).default(25),
};

/** Checkr's envelope of a list; `count` is the total over all pages. */
export interface Page {
  data: object[];
  object: 'list';
  next_href: string | null;
  previous_href: string | null;
  count: number;
}

/** Reads the query and refuses names it does not know. @throws ApiError 400 */
export function readQuery<S extends z.ZodRawShape>(c: Context, shape: S): z.infer<z.ZodObject<S, z.core.$strict>> {
  const query = c.req.query();
  const parsed = z.strictObject(shape).safeParse(query);
  if (parsed.success) return parsed.data;
  throw new ApiError(400, problemsOf(parsed.error, query));
}

/** The query of a list: its own filters, and `page` and `per_page`. @throws ApiError 400 */
export function readListQuery<S extends z.ZodRawShape>(
  c: Context,
  filters: S,
): z.infer<z.ZodObject<S & typeof paging, z.core.$strict>> {
  return readQuery(c, { ...filters, ...paging });
}

/** Cuts the asked page out of `all` and shows it, with links to the pages beside it. */
export function pageOf<T>(c: Context, all: T[], options: { show: (one: T) => object; publicUrl: string }): Page {
  const { page, per_page } = z.object(paging).parse(c.req.query());
  const hrefOf = (number: number): string => {
    const query = new URLSearchParams({ ...c.req.query(), page: String(number), per_page: String(per_page) });
    return `${options.publicUrl}${c.req.path}?${query}`;
  };
  return {
    data: all.slice((page - 1) * per_page, page * per_page).map(options.show),
    object: 'list',
    next_href: per_page > 0 && page * per_page < all.length ? hrefOf(page + 1) : null,
    previous_href: page > 1 ? hrefOf(page - 1) : null,
    count: all.length,
  };
}
