import { callOrg } from 'page/http';

import type { FieldInfo } from './objectFacts';

/** One record of a list, ready to show. */
export interface RecordRow {
  id: string;
  href: string;
  name: string;
  cells: { apiName: string; text: string; href?: string }[];
}

type Cell = { value: unknown; displayValue: string | null };
type Node = { Id: string; Name: Cell } & Record<string, Cell | { Name: Cell } | null>;
type Answer = {
  data: { uiapi: { query: Record<string, { edges: { node: Node }[]; totalCount: number }> } } | null;
  errors: { message: string }[];
};

const MOST_ROWS = 500;

/** Records of an object, newest first; with `parent` only those whose lookup points at it. @throws FetchError, Error */
export async function loadRows(
  object: string,
  columns: FieldInfo[],
  parent?: { field: string; id: string },
): Promise<{ rows: RecordRow[]; total: number }> {
  const where = parent ? `where: { ${parent.field}: { eq: "${parent.id}" } }, ` : '';
  const query = `{ uiapi { query { ${object}(${where}first: ${MOST_ROWS}, orderBy: { CreatedDate: { order: DESC } }) {
    totalCount edges { node { Id Name { value } ${columns.map(queried).join(' ')} } } } } } }`;
  const { data, errors } = await callOrg<Answer>('POST', '/graphql', { query });
  const found = data?.uiapi.query[object];
  if (!found) throw new Error(errors[0]?.message);
  return { rows: found.edges.map(({ node }) => rowOf(object, columns, node)), total: found.totalCount };
}

function rowOf(object: string, columns: FieldInfo[], node: Node): RecordRow {
  const cells = columns.map((field) => ({ apiName: field.apiName, text: textOf(node, field) }));
  return { id: node.Id, href: `/lightning/r/${object}/${node.Id}/view`, name: String(node.Name.value), cells };
}

function queried({ apiName, relationshipName }: FieldInfo): string {
  return relationshipName ? `${relationshipName} { Name { value } }` : `${apiName} { value displayValue }`;
}

function textOf(node: Node, { apiName, relationshipName, dataType }: FieldInfo): string {
  const parent = relationshipName ? (node[relationshipName] as { Name: Cell } | null) : undefined;
  if (relationshipName) return String(parent?.Name.value ?? '');
  const { value = null, displayValue = null } = (node[apiName] as Cell | null) ?? {};
  if (dataType === 'Boolean') return value === true ? 'Yes' : 'No';
  return String(displayValue ?? value ?? '');
}
