import { assign, itemsOf, setReference } from './assign.ts';
import type { CustomErrorNode, DecisionNode, FlowNode, LoopNode } from './flow-nodes.ts';
import { CustomErrorRaised, FlowFault } from './flow-fault.ts';
import type { Interview } from './interview.ts';
import { meetsRule } from './meets-criteria.ts';
import { fillText, resolveReference } from './resolve-reference.ts';
import { runAction } from './run-action.ts';
import { runLookup } from './run-lookup.ts';
import { runSubflow } from './run-subflow.ts';
import { runCreate, runDelete, runUpdate } from './run-writes.ts';
import type { ScreenNode } from './screens/screen-node.ts';

/** The platform's own limit, before API 57. It ends a flow that runs in circles. */
const MOST_ELEMENTS = 2000;
const LONGEST_ERROR = 255;

/** Runs the elements from `start` until a path ends or a screen is reached, which is given. @throws FlowFault nobody caught, or CustomErrorRaised. */
export function runInterview(interview: Interview, start: string): ScreenNode | undefined {
  let next: string | undefined = start;
  for (let count = 0; next !== undefined; count += 1) {
    if (count === MOST_ELEMENTS)
      throw new FlowFault('The number of iterations for a flow exceeded the maximum allowed.');
    const node = nodeOf(interview, next);
    if (node.kind === 'screen') {
      interview.runtime.enter(interview.flow, node);
      return node;
    }
    next = runNode(interview, node);
  }
  return undefined;
}

type RunningNode = Exclude<FlowNode, ScreenNode>;

function runNode(interview: Interview, node: RunningNode): string | undefined {
  const { flow, runtime } = interview;
  try {
    runtime.enter(flow, node);
    return nextAfter(interview, node);
  } catch (error) {
    if (!(error instanceof FlowFault) || node.faultConnector === undefined) throw error;
    runtime.leave(flow, node, 'fault');
    interview.faultMessage = error.message;
    return node.faultConnector;
  }
}

function nextAfter(interview: Interview, node: RunningNode): string | undefined {
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
    case 'subflow':
      runSubflow(interview, node, runInterview);
      break;
    case 'customError':
      throw customError(interview, node);
  }
  return node.connector;
}

/** Longer words are refused: what the platform makes of them is not documented. */
function customError(interview: Interview, node: CustomErrorNode): Error {
  const message = fillText(interview, node.message);
  if (message.length <= LONGEST_ERROR) return new CustomErrorRaised(message, node.field);
  return new Error(`${node.name}: a custom error has at most ${LONGEST_ERROR} characters: ${message}`);
}

function branchOf(interview: Interview, node: DecisionNode): string | undefined {
  const rule = node.rules.find(({ criteria, requiresChange }) => meetsRule(interview, criteria, requiresChange));
  interview.runtime.leave(interview.flow, node, rule?.name ?? 'default');
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
