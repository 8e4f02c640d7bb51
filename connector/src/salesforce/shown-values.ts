import { z } from 'zod';
import type { CheckChange } from '../domain/check.ts';
import { CHECK, CHECK_FIELDS } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { queryAll, quoted } from './soql.ts';

type Shown = Partial<Record<keyof CheckChange, unknown>>;

/** What a check shows now of the fields the connector writes; empty when it is not there. */
export async function readShownValues(
  session: OrgSession,
  checkId: string,
  fields: (keyof CheckChange)[],
): Promise<Shown> {
  const known = fields.flatMap((field) => (field in CHECK_FIELDS ? [field as keyof typeof CHECK_FIELDS] : []));
  if (known.length === 0) return {};
  const columns = [...new Set(known.map((field) => CHECK_FIELDS[field]))];
  const soql = `SELECT ${columns.join(', ')} FROM ${CHECK} WHERE Id = ${quoted(checkId)}`;
  const [row = {}] = await queryAll(session, soql, z.record(z.string(), z.unknown()));
  return Object.fromEntries(known.map((field) => [field, row[CHECK_FIELDS[field]] ?? null]));
}
