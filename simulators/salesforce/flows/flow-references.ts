import type { Criteria, FlowDefinition, FlowNode, ValueSource } from './flow-definition.ts';

const MERGE = /\{!\s*([^{}\s]+)\s*\}/g;

/** Every connector of the flow. */
export function targetsIn(flow: FlowDefinition): { element: string; target: string }[] {
  const found: { element: string; target: string | undefined }[] = [
    { element: 'start', target: flow.start.connector },
    ...flow.start.scheduledPaths.map((path) => ({ element: path.name, target: path.connector })),
  ];
  for (const node of flow.nodes.values()) {
    const extra =
      node.kind === 'decision'
        ? node.rules.map((rule) => rule.connector)
        : node.kind === 'loop'
          ? [node.nextConnector]
          : [];
    for (const target of [node.connector, node.faultConnector, ...extra]) found.push({ element: node.name, target });
  }
  return found.flatMap(({ element, target }) => (target === undefined ? [] : [{ element, target }]));
}

/** Every reference of the flow, with the element or resource that uses it. */
export function referencesIn(flow: FlowDefinition): { element: string; reference: string }[] {
  const { criteria, formula } = flow.start;
  const named = (element: string, references: string[]) => references.map((reference) => ({ element, reference }));
  const found = named('start', [...(criteria ? filterValues(criteria) : []), ...(formula?.references ?? [])]);
  for (const node of flow.nodes.values()) found.push(...named(node.name, referencesOfNode(node)));
  for (const [name, resource] of flow.resources) {
    if (resource.kind === 'formula') found.push(...named(name, resource.formula.references));
    if (resource.kind === 'template') found.push(...named(name, mergeFields(resource.text)));
    if (resource.kind === 'constant') found.push(...named(name, inValue(resource.value)));
    if (resource.kind === 'variable' && resource.initial) found.push(...named(name, inValue(resource.initial)));
  }
  return found;
}

/** What stands in `{!…}` in a text. */
export function mergeFields(text: string): string[] {
  return [...text.matchAll(MERGE)].map((match) => match[1] ?? '');
}

/** The text with every `{!…}` replaced. */
export function mergeText(text: string, textOf: (reference: string) => string): string {
  return text.replace(MERGE, (_merge, reference: string) => textOf(reference));
}

function referencesOfNode(node: FlowNode): string[] {
  switch (node.kind) {
    case 'assignment':
      return node.items.flatMap((item) => [item.target, ...inValue(item.value)]);
    case 'decision':
      return node.rules.flatMap(({ criteria }) => [
        ...criteria.conditions.map((one) => one.left),
        ...filterValues(criteria),
      ]);
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

function filterValues(criteria: Criteria): string[] {
  return criteria.conditions.flatMap((condition) => inValue(condition.right));
}

function inValue(source: ValueSource): string[] {
  if (source.kind === 'reference') return [source.reference];
  return typeof source.value === 'string' ? mergeFields(source.value) : [];
}

function given(reference: string | undefined): string[] {
  return reference === undefined ? [] : [reference];
}
