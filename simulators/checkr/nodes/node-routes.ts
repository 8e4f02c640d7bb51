import { Hono } from 'hono';
import { z } from 'zod';
import { notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { pageOf, readListQuery, readQuery } from '../http/page-of.ts';
import type { Parts } from '../parts.ts';
import { refuseWithoutHierarchy } from './refuse-without-hierarchy.ts';
import { nodeJson } from './node.ts';
import type { Node } from './node.ts';

const include = z.literal('packages').optional();
const filters = {
  include,
  order_by: z.enum(['custom_id', 'created_at']).default('created_at'),
  order: z.enum(['asc', 'desc']).default('asc'),
};

/** /v1/nodes: list and read by custom id. */
export function nodeRoutes({ store, publicUrl }: Parts): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/', (c) => {
      refuseWithoutHierarchy(store);
      const asked = readListQuery(c, filters);
      const show = (node: Node) => nodeJson(store.nodes, node, asked.include !== undefined);
      return c.json(pageOf(c, sorted(store.nodes, asked), { show, publicUrl: publicUrl() }));
    })
    .get('/:custom_id', (c) => {
      refuseWithoutHierarchy(store);
      const asked = readQuery(c, { include });
      const node = store.nodes.find((one) => one.custom_id === c.req.param('custom_id'));
      if (!node) throw notFound();
      return c.json(nodeJson(store.nodes, node, asked.include !== undefined));
    });
}

function sorted(nodes: Node[], { order_by, order }: { order_by: string; order: string }): Node[] {
  const ascending = [...nodes];
  if (order_by === 'custom_id') ascending.sort((a, b) => a.custom_id.localeCompare(b.custom_id));
  return order === 'desc' ? ascending.reverse() : ascending;
}
