import { Hono } from 'hono';
import { z } from 'zod';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readBody } from '../http/read-body.ts';
import { newId } from '../ids.ts';
import type { Parts } from '../parts.ts';
import { nodeBody } from './node.ts';
import type { Node } from './node.ts';
import { refuseWithoutHierarchy } from './refuse-without-hierarchy.ts';
import { setNodes } from './set-nodes.ts';

const INGESTION_SECONDS = 60;
const body = z.strictObject({ nodes: z.array(nodeBody).min(1, 'nodes cannot be empty') });

/** /v1/hierarchy: replace all nodes in the background, add some at once, and how the replacing went. */
export function hierarchyRoutes(parts: Parts): Hono<AppEnv> {
  const { store } = parts;
  const readNodes = async (c: Parameters<typeof readBody>[0]): Promise<Node[]> => {
    refuseWithoutHierarchy(store);
    if (store.ingestion.isPending) throw new ApiError(423, 'Ingestion is already in progress');
    return (await readBody(c, body)).nodes;
  };
  return new Hono<AppEnv>()
    .post('/', async (c) => {
      const nodes = await readNodes(c);
      const job = { sync_id: `${store.account.uri_name}-${newId()}`, time: parts.timeline.stamp() };
      ingest(parts, nodes, job);
      return c.json(job, 202);
    })
    .post('/nodes', async (c) => {
      setNodes(store, [...store.nodes, ...(await readNodes(c))]);
      return c.json(null, 201);
    })
    .get('/status', (c) => {
      refuseWithoutHierarchy(store);
      const { isPending, latest } = store.ingestion;
      return c.json({
        hierarchy_present: store.nodes.length > 0,
        hierarchy_pending: isPending,
        latest_ingestion: latest,
      });
    });
}

function ingest({ store, timeline }: Parts, nodes: Node[], job: { sync_id: string; time: string }): void {
  store.ingestion.isPending = true;
  timeline.after(INGESTION_SECONDS, () => {
    const errors = problemsOf(() => setNodes(store, nodes));
    store.ingestion = { isPending: false, latest: { ...job, successful: errors.length === 0, errors } };
  });
}

function problemsOf(run: () => void): string[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof ApiError) return [error.message];
    throw error;
  }
}
