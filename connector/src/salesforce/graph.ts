import { z } from 'zod';
import { refusalIn, subrequestsOf, type PartRefusal, type Subrequest } from './composite.ts';
import type { OrgSession } from './org-session.ts';

const answerSchema = z.object({
  graphs: z.array(
    z.object({
      graphId: z.string(),
      isSuccessful: z.boolean(),
      graphResponse: z.object({
        compositeResponse: z.array(
          z.object({ referenceId: z.string(), httpStatusCode: z.number(), body: z.unknown() }),
        ),
      }),
    }),
  ),
});

/** What one call takes. https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-graph-limits.html */
const GRAPHS_PER_CALL = 75;
const NODES_PER_CALL = 500;

/** What became of a graph; `not-tried` when Salesforce gave up because too many others were refused. */
export type GraphOutcome = PartRefusal | 'done' | 'not-tried';

/** Sends several groups of writes in one call, each group all or nothing on its own. @throws Failure when the call fails. */
export async function writeGraphs(session: OrgSession, graphs: Subrequest[][]): Promise<GraphOutcome[]> {
  const body = {
    graphs: graphs.map((parts, index) => ({ graphId: `graph${index}`, compositeRequest: subrequestsOf(parts) })),
  };
  const answer = answerSchema.parse(await session.request('POST', '/composite/graph', body));
  const byId = new Map(answer.graphs.map((graph) => [graph.graphId, graph]));
  return graphs.map((parts, index) => {
    const graph = byId.get(`graph${index}`);
    if (graph?.isSuccessful) return 'done';
    return refusalIn(graph?.graphResponse.compositeResponse ?? [], parts) ?? 'not-tried';
  });
}

/** Cuts a list of groups so that each piece fits into one call. */
export function fittingCalls<Group extends { parts: Subrequest[] }>(groups: Group[]): Group[][] {
  const calls: Group[][] = [];
  let nodes = 0;
  for (const group of groups) {
    const last = calls.at(-1);
    nodes += group.parts.length;
    if (last && last.length < GRAPHS_PER_CALL && nodes <= NODES_PER_CALL) last.push(group);
    else {
      calls.push([group]);
      nodes = group.parts.length;
    }
  }
  return calls;
}
