import type { SObject } from '../../model.ts';
import { readablePath, type QueryContext } from './query-context.ts';
import { readComparison } from './where-test.ts';
import type { WhereTree } from './where-tree.ts';

/** The rows that match, looked up by an index where a necessary part of the condition allows it. */
export function matchingRows(
  context: QueryContext,
  tree: WhereTree | undefined,
  matches: (row: SObject) => boolean,
): SObject[] {
  const necessary = tree?.kind === 'and' ? tree.parts : tree ? [tree] : [];
  for (const part of necessary) {
    const rows = indexedRows(context, part);
    if (rows) return rows.filter(matches);
  }
  return context.rows(context.object.name, matches);
}

function indexedRows(context: QueryContext, part: WhereTree): SObject[] | undefined {
  if (part.kind !== 'comparison' || !['=', 'IN'].includes(part.comparison.operator)) return undefined;
  const { field: path, operands } = readComparison(context, part.comparison);
  const { lookups, field } = readablePath(context, path);
  const isIndexed = field.type === 'Id' || field.unique || field.externalId || field.referenceTo !== undefined;
  const values = operands.flatMap((operand) =>
    'value' in operand && typeof operand.value === 'string' ? operand.value : [],
  );
  if (lookups.length > 0 || !isIndexed || values.length < operands.length) return undefined;
  const rows = [...new Set(values)].flatMap((value) => context.findBy(context.object.name, field.name, value));
  const unique = new Map(rows.map((row) => [row['Id'], row]));
  return [...unique.values()].sort((a, b) => (String(a['Id']) < String(b['Id']) ? -1 : 1));
}
