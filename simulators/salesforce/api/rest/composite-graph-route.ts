import { z } from 'zod';
import { parsedBody } from '../json-body.ts';
import { faultOfRow } from '../row-fault.ts';
import { checkGraphs, graphSchema, type Graph } from './composite-graph-limits.ts';
import { halted, runPartsOrNone, type PartAnswer, type Run } from './composite-parts.ts';
import type { RestHandler, RestRequest, RestRoute } from './rest-request.ts';

const bodySchema = z.object({ graphs: z.array(graphSchema) });

/** With one failure more than this, the graphs still to come are left out. */
const MAX_FAILURES = 14;

interface GraphAnswer {
  graphId: string;
  graphResponse: { compositeResponse: PartAnswer[] };
  isSuccessful: boolean;
}

/** `POST /composite/graph`: up to 75 graphs of calls in one, each of them all or nothing on its own. */
export function compositeGraphRoute(run: Run): RestRoute {
  const handle: RestHandler = (request) => {
    const { graphs } = parsedBody(bodySchema, request.body);
    checkGraphs(graphs);
    return { status: 200, body: { graphs: runGraphs(request, graphs, run) } };
  };
  return { method: 'POST', pattern: '/composite/graph', handle };
}

function runGraphs(request: RestRequest, graphs: Graph[], run: Run): GraphAnswer[] {
  let failures = 0;
  return graphs.map((graph, index) => {
    const answers = failures > MAX_FAILURES ? leftOut(graph) : runGraph(request, { graph, index }, run);
    const isSuccessful = answers.every(({ httpStatusCode }) => httpStatusCode < 400);
    if (!isSuccessful) failures += 1;
    return { graphId: graph.graphId, graphResponse: { compositeResponse: answers }, isSuccessful };
  });
}

function runGraph(request: RestRequest, { graph, index }: { graph: Graph; index: number }, run: Run): PartAnswer[] {
  const fault = faultOfRow(request.rowFault, index);
  if (!fault) return runPartsOrNone(request, graph.compositeRequest, run);
  const { statusCode: errorCode, message } = fault;
  const [first, ...rest] = graph.compositeRequest.map((part) => halted(part, 'Another operation failed.'));
  return first ? [{ ...first, body: [{ errorCode, message, fields: [] }] }, ...rest] : [];
}

function leftOut({ compositeRequest }: Graph): PartAnswer[] {
  return compositeRequest.map((part) => halted(part, 'Processing was halted: too many graphs of this request failed.'));
}
