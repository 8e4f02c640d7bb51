import type { FlowDefinition } from './flow-definition.ts';
import { toldFault } from './flow-fault.ts';
import type { FlowNode } from './flow-nodes.ts';
import type { FlowRuntime } from './flow-runtime.ts';

const CAN_FAIL = ['lookup', 'create', 'update', 'delete', 'action'];

/** Which elements ran, and which are told to fail; outlives deployments. */
export interface FlowTrace extends Pick<FlowRuntime, 'enter' | 'leave'> {
  /** `Flow.Element`, `Flow.Decision.Rule` (or `.default`), `Flow.Element.fault`, in the order first taken. */
  executed(): string[];
  /** Elements that fail each time, `Flow.Element` → what Salesforce says; replaces those told before. */
  failAt(faults: ReadonlyMap<string, string>): void;
  faults(): ReadonlyMap<string, string>;
}

/** A trace without a step. */
export function createFlowTrace(): FlowTrace {
  const taken = new Set<string>();
  let told: ReadonlyMap<string, string> = new Map();
  return {
    enter(flow, node) {
      const place = `${flow.name}.${node.name}`;
      taken.add(place);
      const words = told.get(place);
      if (words !== undefined) throw toldFault(node.kind, words);
    },
    leave: (flow, node, way) => void taken.add(`${flow.name}.${node.name}.${way}`),
    executed: () => [...taken],
    failAt: (faults) => void (told = new Map(faults)),
    faults: () => told,
  };
}

/** Everything a flow's tests should take: each element, each outcome of a decision, each fault path. */
export function placesOf(flow: FlowDefinition): string[] {
  return [...flow.nodes.values()].flatMap((node) =>
    ['', ...waysOf(node)].map((way) => [flow.name, node.name, way].filter(Boolean).join('.')),
  );
}

/** @throws Error naming a flow that is not there, or an element that is not or that cannot fail. */
export function checkFaultPlaces(flows: FlowDefinition[], places: Iterable<string>): void {
  for (const place of places) {
    const [flowName = '', element = ''] = place.split('.');
    const flow = flows.find(({ name }) => name === flowName);
    if (!flow) throw new Error(`${place}: no flow ${flowName} is deployed`);
    const node = flow.nodes.get(element);
    if (!node) throw new Error(`${place}: flow ${flowName} has no element ${element}`);
    if (!CAN_FAIL.includes(node.kind)) throw new Error(`${place}: an element of kind ${node.kind} cannot fail`);
  }
}

function waysOf(node: FlowNode): string[] {
  if (node.kind === 'decision') return [...node.rules.map(({ name }) => name), 'default'];
  return 'faultConnector' in node && node.faultConnector !== undefined ? ['fault'] : [];
}
