import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import type { SObject } from '../../model.ts';
import { comparisonTest } from './compare.ts';
import { operandFor, type Operand } from './literal-value.ts';
import { parentRow, readablePath, type QueryContext } from './query-context.ts';
import { badFilter, malformedQuery } from './soql-errors.ts';
import type { Comparison, WhereTree } from './where-tree.ts';

const NOT_FILTERABLE = ['LongTextArea', 'EncryptedText'];

/** Whether a row meets the whole condition. @throws ApiError when the condition cannot be understood. */
export function whereTest(context: QueryContext, tree: WhereTree): (row: SObject) => boolean {
  if (tree.kind === 'not') {
    const test = whereTest(context, tree.part);
    return (row) => !test(row);
  }
  if (tree.kind === 'comparison') return rowTest(context, tree.comparison);
  const tests = tree.parts.map((part) => whereTest(context, part));
  return tree.kind === 'and' ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row));
}

function rowTest(context: QueryContext, comparison: Comparison): (row: SObject) => boolean {
  const { field: path, operands } = readComparison(context, comparison);
  const { lookups, field } = readablePath(context, path);
  if (NOT_FILTERABLE.includes(field.type)) {
    throw badFilter(`field '${field.name}' can not be filtered in a query call`);
  }
  const test = comparisonTest(field, comparison.operator, operands);
  return (row) => test(parentRow(context, row, lookups)?.[field.name] ?? null);
}

/** The field of a comparison and what it is compared with. */
export function readComparison(context: QueryContext, comparison: Comparison): { field: string; operands: Operand[] } {
  if ('fn' in comparison) throw malformedQuery('functions in WHERE are not known to this simulated org');
  if ('valueQuery' in comparison) throw malformedQuery('semi-joins are not known to this simulated org');
  const { field } = readablePath(context, comparison.field);
  const texts = [comparison.value].flat();
  const operands = texts.map((text, index) => {
    const type = Array.isArray(comparison.literalType) ? comparison.literalType[index] : comparison.literalType;
    return operandFor(field, { text, type: type as LiteralType | undefined }, context.now);
  });
  return { field: comparison.field, operands };
}
