import { assign, itemsOf, setReference } from './assign.ts';
import type { DecisionNode, FlowNode, LoopNode } from './flow-definition.ts';
import { CustomErrorRaised, FlowFault } from './flow-fault.ts';
import type { Interview } from './interview.ts';
import { meetsRule } from './meets-criteria.ts';
import { fillText, resolveReference, resolveValue } from './resolve-reference.ts';
import { runAction } from './run-action.ts';
import { runLookup } from './run-lookup.ts';
import { runCreate, runDelete, runUpdate } from './run-writes.ts';

/** The platform's own limit, before API 57. It ends a flow that runs in circles. */
const MOST_ELEMENTS = 2000;

/** Runs the elements from `start` until a path ends. @throws FlowFault nobody caught, or CustomErrorRaised. */
export function runInterview(interview: Interview, start: string): void {
  setInitialValues(interview);
  let next: string | undefined = start;
  for (let count = 0; next !== undefined; count += 1) {
    if (count === MOST_ELEMENTS)
      throw new FlowFault('The number of iterations for a flow exceeded the maximum allowed.');
    next = runNode(interview, nodeOf(interview, next));
  }
}

function setInitialValues(interview: Interview): void {
  for (const [name, resource] of interview.flow.resources) {
    if (resource.kind === 'variable' && resource.initial)
      setReference(interview, name, resolveValue(interview, resource.initial));
  }
}

function runNode(interview: Interview, node: FlowNode): string | undefined {
  try {
    return nextAfter(interview, node);
  } catch (error) {
    if (!(error instanceof FlowFault) || node.faultConnector === undefined) throw error;
    interview.faultMessage = error.message;
    return node.faultConnector;
  }
}

function nextAfter(interview: Interview, node: FlowNode): string | undefined {
  switch (node.kind) {
    case 'assignment':
      node.items.forEach((item) => assign(interview, item));
      break;
    case 'decision':
      return branchOf(interview, node);
    case 'loop':
      return nextOfLoop(interview, node);
    case 'lookup':
      runLookup(interview, node);
      break;
    case 'create':
      runCreate(interview, node);
      break;
    case 'update':
      runUpdate(interview, node);
      break;
    case 'delete':
      runDelete(interview, node);
      break;
    case 'action':
      runAction(interview, node);
      break;
    case 'customError':
      throw new CustomErrorRaised(fillText(interview, node.message), node.field);
  }
  return node.connector;
}

function branchOf(interview: Interview, node: DecisionNode): string | undefined {
  const rule = node.rules.find(({ criteria, requiresChange }) => meetsRule(interview, criteria, requiresChange));
  return rule ? rule.connector : node.connector;
}

function nextOfLoop(interview: Interview, node: LoopNode): string | undefined {
  const [item, ...rest] = interview.loops.get(node.name) ?? loopItems(interview, node);
  if (!item) {
    interview.loops.delete(node.name);
    return node.connector;
  }
  interview.loops.set(node.name, rest);
  interview.values.set(node.name, item);
  if (node.variable !== undefined) setReference(interview, node.variable, item);
  return node.nextConnector ?? node.name;
}

function loopItems(interview: Interview, node: LoopNode) {
  const items = itemsOf(resolveReference(interview, node.collection), node.collection);
  return node.descending ? items.toReversed() : items;
}

function nodeOf(interview: Interview, name: string): FlowNode {
  const node = interview.flow.nodes.get(name);
  if (!node) throw new FlowFault(`Element ${name} is not there`);
  return node;
}
