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
  const items: T[] = [];
  for (let page = 1; ; page += 1) {
    const asked = new URLSearchParams({ ...query, page: String(page), per_page: String(PER_PAGE) });
    const answer = await http.get(`${path}?${asked.toString()}`, schema);
    items.push(...answer.data);
    if (!answer.next_href || answer.data.length === 0) return items;
  }
}
