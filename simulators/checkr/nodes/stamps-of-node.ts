import { ApiError } from '../http/api-error.ts';
import type { Store } from '../store.ts';
import { lineOf } from './node.ts';

/** Refuses an order that names a node that is not there, or none though the account has nodes. @throws ApiError 400 */
export function refuseWithoutNode(
  { nodes }: Store,
  order: { node?: string | undefined; work_locations?: unknown[] | undefined },
): void {
  if (nodes.length > 0) {
    const missing = (['node', 'work_locations'] as const).filter((name) => !order[name]?.length);
    if (missing.length > 0) throw new ApiError(400, missing.map((name) => `${name} is missing`).join(', '));
  }
  if (order.node !== undefined && !nodes.some((one) => one.custom_id === order.node)) {
    throw new ApiError(400, 'Node cannot be found on your account');
  }
}

/** `tier|name` of a node and of those above it, as reports carry it. */
export function stampsOfNode({ nodes }: Store, customId: string | null | undefined): string[] {
  const node = nodes.find((one) => one.custom_id === customId);
  return node ? lineOf(nodes, node).map((one) => `${one.tier ?? ''}|${one.name}`) : [];
}
