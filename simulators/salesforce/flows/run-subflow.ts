import { setReference } from './assign.ts';
import { beginInterview } from './begin-interview.ts';
import type { FlowDefinition } from './flow-definition.ts';
import { FlowFault } from './flow-fault.ts';
import type { SubflowNode } from './flow-nodes.ts';
import type { FlowValue } from './flow-value.ts';
import { createInterview, type Interview } from './interview.ts';
import { resolveValue } from './resolve-reference.ts';

/** It ends flows that call each other in circles. */
const DEEPEST = 50;

/** Runs a flow inside a flow, with the same rights; `run` executes its elements. Faults nobody catches there are the caller's. */
export function runSubflow(caller: Interview, node: SubflowNode, run: (inner: Interview, start: string) => void): void {
  const flow = caller.runtime.findFlow(node.flowName);
  if (!flow) throw new FlowFault(`${node.name}: the flow ${node.flowName} isn't active`);
  if (caller.depth >= DEEPEST) throw new FlowFault(`${node.name}: flows call each other more than ${DEEPEST} times`);
  const inner = createInterview(flow, undefined, { ...caller, ...modeOf(caller, flow), depth: caller.depth + 1 });
  beginInterview(inner, new Map(node.inputs.map(({ name, value }) => [name, resolveValue(caller, value)])));
  if (flow.start.connector !== undefined) run(inner, flow.start.connector);
  const outputs = outputsOf(inner);
  caller.values.set(node.name, { kind: 'outputs', values: outputs });
  for (const { name, target } of node.outputs) {
    const value = outputs.get(name);
    if (value) setReference(caller, target, value);
  }
}

/** What the flow gives back: its variables available for output. */
export function outputsOf({ flow, values }: Interview): Map<string, FlowValue> {
  const given = [...flow.resources].flatMap(([name, resource]): [string, FlowValue][] => {
    const value = 'isOutput' in resource && resource.isOutput ? values.get(name) : undefined;
    return value ? [[name, value]] : [];
  });
  return new Map(given);
}

function modeOf(caller: Interview, { runsInSystemMode }: FlowDefinition) {
  return runsInSystemMode ? { rows: caller.transaction, isUserMode: false } : {};
}
