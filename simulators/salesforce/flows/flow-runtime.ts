import type { FlowDefinition } from './flow-definition.ts';
import type { FlowNode } from './flow-nodes.ts';

/** What runs of all flows share. */
export interface FlowRuntime {
  /** An active flow. */
  findFlow(name: string): FlowDefinition | undefined;
  /** Called before an element runs. @throws FlowFault when it was told to fail. */
  enter(flow: FlowDefinition, node: FlowNode): void;
  /** Called when an element led somewhere it need not have led: a rule's name, `default` or `fault`. */
  leave(flow: FlowDefinition, node: FlowNode, way: string): void;
}
