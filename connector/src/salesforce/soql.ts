import { z } from 'zod';
import type { OrgSession } from './org-session.ts';

const querySchema = z.object({
  records: z.array(z.unknown()),
  done: z.boolean(),
  nextRecordsUrl: z.string().optional(),
});

/** A text as a SOQL literal, quotes included. */
export function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Texts as the inside of `IN (…)`, each once. */
export function quotedList(values: readonly string[]): string {
  return [...new Set(values)].map(quoted).join(', ');
}

/** Salesforce refuses an address longer than 16,384 bytes, headers included. */
const LONGEST_ADDRESS = 12_000;

/** Cuts a list of values so that the address of each query stays short enough. */
function fittingQueries(values: readonly string[], soqlOf: (list: string) => string): string[] {
  const soql = soqlOf(quotedList(values));
  if (values.length < 2 || queryPath(soql).length <= LONGEST_ADDRESS) return [soql];
  const half = Math.ceil(values.length / 2);
  return [values.slice(0, half), values.slice(half)].flatMap((some) => fittingQueries(some, soqlOf));
}

/** Ids of 15 and of 18 characters name the same record. */
export function isSameId(one: string, other: string): boolean {
  return one.slice(0, 15) === other.slice(0, 15);
}

/** The end of a WHERE that goes through rows by their ids, from the one after this; from the first without one. */
export function idsAfter(afterId: string): string {
  return `${afterId ? `AND Id > ${quoted(afterId)} ` : ''}ORDER BY Id `;
}

/** Unix milliseconds as a SOQL literal. */
export function dateTime(ms: number): string {
  return new Date(ms).toISOString();
}

/** Where a query is asked. */
export function queryPath(soql: string): string {
  return `/query?q=${encodeURIComponent(soql)}`;
}

/** Every row of a query, page after page. */
export async function queryAll<T>(session: OrgSession, soql: string, row: z.ZodType<T>): Promise<T[]> {
  const rows: T[] = [];
  let path: string | undefined = queryPath(soql);
  while (path) {
    const page = querySchema.parse(await session.request('GET', path));
    rows.push(...page.records.map((record) => row.parse(record)));
    path = page.done ? undefined : page.nextRecordsUrl;
  }
  return rows;
}

/** Every row of the queries these values take. */
export async function queryFor<T>(
  session: OrgSession,
  { values, soqlOf, row }: { values: readonly string[]; soqlOf: (list: string) => string; row: z.ZodType<T> },
): Promise<T[]> {
  const rows: T[] = [];
  for (const soql of fittingQueries(values, soqlOf)) rows.push(...(await queryAll(session, soql, row)));
  return rows;
}
