import { z } from 'zod';
import { ApiError } from '../../database/api-error.ts';
import { checkReferenceIds, partSchema, type Part } from './composite-parts.ts';

/** Calls that belong together; the name must be told apart in the answer. */
export const graphSchema = z.object({
  graphId: z
    .string()
    .regex(/^[A-Za-z0-9][^.]{0,38}$/, 'must begin with a letter or digit, hold no dot and fewer than 40 characters'),
  compositeRequest: z.array(partSchema).min(1),
});

export type Graph = z.infer<typeof graphSchema>;

const MAX_GRAPHS = 75;
const MAX_NODES = 500;
const MAX_KINDS = 15;
const MAX_DEPTH = 15;

/** Only single records can be reached: a type to create one, or one by its id or an external id. */
const RECORD = /^\/services\/data\/(v\d+\.0)\/sobjects\/(\w+)(?:\/[^/?]+){0,2}\/?(?:\?.*)?$/;

/** @throws ApiError 400 when a payload holds more than Salesforce takes, or something it does not take there. */
export function checkGraphs(graphs: Graph[]): void {
  const nodes = graphs.flatMap(({ compositeRequest }) => compositeRequest);
  refuseMore('graphs in one payload', graphs.length, MAX_GRAPHS);
  refuseMore('nodes in one payload', nodes.length, MAX_NODES);
  refuseMore('different nodes in one payload', new Set(nodes.map(kindOf)).size, MAX_KINDS);
  if (new Set(graphs.map(({ graphId }) => graphId)).size < graphs.length)
    throw new ApiError(400, 'INVALID_INPUT', 'Provided graph ids are not unique');
  for (const { compositeRequest } of graphs) {
    checkReferenceIds(compositeRequest);
    refuseMore('levels in one graph', depthOf(compositeRequest), MAX_DEPTH);
  }
}

function refuseMore(what: string, count: number, most: number): void {
  if (count > most)
    throw new ApiError(400, 'LIMIT_EXCEEDED', `A composite graph request holds at most ${most} ${what}`);
}

/** Nodes differ by API version, method and type of object. */
function kindOf({ method, url }: Part): string {
  const [, version = '', object = ''] = RECORD.exec(url) ?? [];
  if (!object)
    throw new ApiError(400, 'INVALID_INPUT', `${url.split('?')[0] ?? ''} cannot be called inside a composite graph`);
  return `${method} ${version} ${object.toLowerCase()}`;
}

/** How many nodes stand on one another by references. */
function depthOf(parts: Part[]): number {
  const depths = new Map<string, number>();
  for (const { url, body, referenceId } of parts) {
    const used = `${url}${JSON.stringify(body ?? null)}`.matchAll(/@\{(\w+)/g);
    depths.set(referenceId, 1 + Math.max(0, ...[...used].map(([, name = '']) => depths.get(name) ?? 0)));
  }
  return Math.max(...depths.values());
}
