import type { Condition, ValueQueryCondition, WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from './soql-errors.ts';

/** A comparison as the parser gives it. */
export type Comparison = Exclude<Condition, { openParen: number; field?: never }> | ValueQueryCondition;

/** A condition as a tree: the parser only counts brackets. */
export type WhereTree =
  | { kind: 'and' | 'or'; parts: WhereTree[] }
  | { kind: 'not'; part: WhereTree }
  | { kind: 'comparison'; comparison: Comparison };

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | { comparison: Comparison };

/** Builds the tree. @throws ApiError `MALFORMED_QUERY` when AND and OR meet without brackets, as in Salesforce. */
export function toWhereTree(where: WhereClause): WhereTree {
  const tokens = toTokens(where);
  const tree = readGroup(tokens);
  if (tokens.length > 0) throw malformedQuery("unexpected token: ')'");
  return tree;
}

function toTokens(where: WhereClause): Token[] {
  const tokens: Token[] = [];
  let clause: WhereClause | undefined = where;
  while (clause) {
    const operator: Token[] = 'operator' in clause ? [clause.operator] : [];
    tokens.push(...tokensOf(clause.left), ...operator);
    clause = 'right' in clause ? clause.right : undefined;
  }
  return tokens;
}

function tokensOf(left: WhereClause['left']): Token[] {
  if (!left) return [];
  const open = Array<Token>(left.openParen ?? 0).fill('(');
  const close = Array<Token>('closeParen' in left ? (left.closeParen ?? 0) : 0).fill(')');
  const isComparison = 'field' in left || 'fn' in left;
  return isComparison ? [...open, { comparison: left }, ...close] : open;
}

function readGroup(tokens: Token[]): WhereTree {
  const parts = [readPart(tokens)];
  const operator = tokens[0];
  while (tokens[0] === 'AND' || tokens[0] === 'OR') {
    if (tokens[0] !== operator) throw malformedQuery(`unexpected token: ${tokens[0]}; put brackets around AND and OR`);
    tokens.shift();
    parts.push(readPart(tokens));
  }
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  return { kind: operator === 'OR' ? 'or' : 'and', parts };
}

function readPart(tokens: Token[]): WhereTree {
  const token = tokens.shift();
  if (token === 'NOT') return { kind: 'not', part: readPart(tokens) };
  if (token === '(') {
    const tree = readGroup(tokens);
    if (tokens.shift() !== ')') throw malformedQuery("unexpected token: '<EOF>'; a bracket is not closed");
    return tree;
  }
  if (typeof token === 'object') return { kind: 'comparison', comparison: token.comparison };
  throw malformedQuery(`unexpected token: '${token ?? '<EOF>'}'`);
}
