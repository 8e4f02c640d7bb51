import { z } from 'zod';

/** What the id of a node may be made of. */
export const CUSTOM_ID = /^[\p{L}\p{N} :&_-]{1,255}$/u;

/** A node of the account's hierarchy as requests carry it and as it is kept; `packages` are slugs. */
export const nodeBody = z.strictObject({
  name: z.string().min(1).max(255),
  custom_id: z.string().regex(CUSTOM_ID),
  tier: z.string().max(255).optional(),
  parent_custom_id: z.string().max(255).optional(),
  packages: z.array(z.string()).optional(),
});

/** A node as parsed. */
export type Node = z.infer<typeof nodeBody>;

/** The node as the API shows it; its packages, and those of the nodes above it, only when asked for. */
export function nodeJson(nodes: Node[], node: Node, withPackages: boolean): Record<string, unknown> {
  const { packages: _own, ...fields } = node;
  if (!withPackages) return fields;
  return { ...fields, packages: [...new Set(lineOf(nodes, node).flatMap((one) => one.packages ?? []))] };
}

/** A node and those above it, the lowest first. */
export function lineOf(nodes: Node[], node: Node): Node[] {
  const line: Node[] = [];
  for (let next: Node | undefined = node; next && !line.includes(next);) {
    line.push(next);
    const parentId: string | undefined = next.parent_custom_id;
    next = nodes.find((one) => one.custom_id === parentId);
  }
  return line;
}
