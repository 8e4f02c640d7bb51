import type { FlowDefinition } from './flow-definition.ts';
import type { FlowNode } from './flow-nodes.ts';
import { inChoice, referencesOfScreen } from './screens/screen-references.ts';
import { filterValues, inCriteria, inValue, mergeFields } from './value-references.ts';

/** Every connector of the flow. */
export function targetsIn(flow: FlowDefinition): { element: string; target: string }[] {
  const paths = flow.start.kind === 'record' ? flow.start.scheduledPaths : [];
  const found: { element: string; target: string | undefined }[] = [
    { element: 'start', target: flow.start.connector },
    ...paths.map((path) => ({ element: path.name, target: path.connector })),
  ];
  for (const node of flow.nodes.values()) {
    for (const target of targetsOfNode(node)) found.push({ element: node.name, target });
  }
  return found.flatMap(({ element, target }) => (target === undefined ? [] : [{ element, target }]));
}

/** Every reference of the flow, with the element or resource that uses it. */
export function referencesIn(flow: FlowDefinition): { element: string; reference: string }[] {
  const { criteria, formula } = { criteria: undefined, formula: undefined, ...flow.start };
  const named = (element: string, references: string[]) => references.map((reference) => ({ element, reference }));
  const found = named('start', [...(criteria ? filterValues(criteria) : []), ...(formula?.references ?? [])]);
  for (const node of flow.nodes.values()) found.push(...named(node.name, referencesOfNode(node)));
  for (const [name, resource] of flow.resources) {
    if (resource.kind === 'formula') found.push(...named(name, resource.formula.references));
    if (resource.kind === 'choice' || resource.kind === 'choiceSet') found.push(...named(name, inChoice(resource)));
    if (resource.kind === 'template') found.push(...named(name, mergeFields(resource.text)));
    if (resource.kind === 'constant') found.push(...named(name, inValue(resource.value)));
    if (resource.kind === 'variable' && resource.initial) found.push(...named(name, inValue(resource.initial)));
  }
  return found;
}

function targetsOfNode(node: FlowNode): (string | undefined)[] {
  if (node.kind === 'screen') return [node.connector];
  const common = [node.connector, node.faultConnector];
  if (node.kind === 'decision') return [...common, ...node.rules.map((rule) => rule.connector)];
  return node.kind === 'loop' ? [...common, node.nextConnector] : common;
}

function referencesOfNode(node: FlowNode): string[] {
  switch (node.kind) {
    case 'screen':
      return referencesOfScreen(node);
    case 'subflow':
      return [...node.inputs.flatMap((input) => inValue(input.value)), ...node.outputs.map((one) => one.target)];
    case 'assignment':
      return node.items.flatMap((item) => [item.target, ...inValue(item.value)]);
    case 'decision':
      return node.rules.flatMap(({ criteria }) => inCriteria(criteria));
    case 'lookup':
      return [...filterValues(node.criteria), ...(node.limit ? inValue(node.limit) : []), ...storeTargets(node.store)];
    case 'create':
      return [
        ...given(node.inputReference),
        ...given(node.idTarget),
        ...node.assignments.flatMap((one) => inValue(one.value)),
      ];
    case 'update':
    case 'delete':
      return [
        ...given(node.inputReference),
        ...(node.criteria ? filterValues(node.criteria) : []),
        ...(node.kind === 'update' ? node.assignments.flatMap((one) => inValue(one.value)) : []),
      ];
    case 'loop':
      return [node.collection, ...given(node.variable)];
    case 'customError':
      return mergeFields(node.message);
    case 'action':
      return node.inputs.flatMap((input) => inValue(input.value));
  }
}

function storeTargets(store: Extract<FlowNode, { kind: 'lookup' }>['store']): string[] {
  if (store.to === 'element') return [];
  return store.to === 'variable' ? [store.reference] : store.fields.map((field) => field.target);
}

function given(reference: string | undefined): string[] {
  return reference === undefined ? [] : [reference];
}
