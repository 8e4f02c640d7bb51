import type { z } from 'zod';
import type { CheckrHttp } from './http.ts';

/** The most a page of Checkr's holds. */
export const PER_PAGE = 100;

interface ListOptions<T> {
  schema: z.ZodType<{ data: T[]; next_href?: string | null | undefined }>;
  query?: Record<string, string>;
}

/** Every item of a list. The published `next_href` may carry another host or scheme, so pages are counted, not followed. */
export async function listAll<T>(http: CheckrHttp, path: string, { schema, query = {} }: ListOptions<T>): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; ; page += 1) {
    const { items, isLast } = await listPage(http, path, { schema, query, page });
    all.push(...items);
    if (isLast) return all;
  }
}

/** One page of a list, counted from 1. */
export async function listPage<T>(
  http: CheckrHttp,
  path: string,
  { schema, query = {}, page }: ListOptions<T> & { page: number },
): Promise<{ items: T[]; isLast: boolean }> {
  const asked = new URLSearchParams({ ...query, page: String(page), per_page: String(PER_PAGE) });
  const { data, next_href } = await http.get(`${path}?${asked.toString()}`, schema);
  return { items: data, isLast: !next_href || data.length === 0 };
}
