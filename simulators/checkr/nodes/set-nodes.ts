import { ApiError } from '../http/api-error.ts';
import type { Node } from './node.ts';

/** An account and its nodes. */
interface Hierarchy {
  account: { segmentation_enabled: boolean };
  nodes: Node[];
}

/** Makes these the account's nodes; an account that has none does not use them at all. @throws ApiError 400 */
export function setNodes(hierarchy: Hierarchy, nodes: Node[]): void {
  const ids = nodes.map((node) => node.custom_id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new ApiError(400, `custom_id ${twice} is not unique`);
  const orphan = nodes.find((node) => node.parent_custom_id !== undefined && !ids.includes(node.parent_custom_id));
  if (orphan)
    throw new ApiError(400, `parent_custom_id ${orphan.parent_custom_id} of ${orphan.custom_id} is not known`);
  hierarchy.nodes = nodes;
  hierarchy.account.segmentation_enabled = nodes.length > 0;
}
