import type { FlowDefinition, FlowNode } from './flow-definition.ts';
import { referencesIn, targetsIn } from './flow-references.ts';

/** First segments of global references the simulated org can answer. */
const GLOBALS = [
  '$Record',
  '$Record__Prior',
  '$User',
  '$Flow',
  '$Permission',
  '$Label',
  '$Organization',
  '$GlobalConstant',
];
const FLOW_FIELDS = ['CurrentDate', 'CurrentDateTime', 'FaultMessage', 'InterviewGuid'];

/** @throws Error naming flow and element when a target, reference or element cannot be there. */
export function checkFlow(flow: FlowDefinition): void {
  const refuse = (reason: string) => {
    throw new Error(`${flow.path}: flow ${flow.name}: ${reason}`);
  };
  for (const { element, target } of targetsIn(flow)) {
    if (!flow.nodes.has(target)) refuse(`${element} leads to ${target}, which is not there`);
  }
  for (const { element, reference } of referencesIn(flow)) {
    if (!isKnown(flow, reference)) refuse(`${element} uses ${reference}, which the simulated org does not know`);
  }
  const change = flow.start.events.update ? undefined : usesPrior(flow);
  if (change) refuse(`${change} has no meaning in a flow that runs on create only`);
  for (const node of flow.nodes.values()) {
    const reason = outOfPlace(flow, node);
    if (reason) refuse(`${node.name}: ${reason}`);
  }
  if (flow.start.timing === 'before' && flow.start.scheduledPaths.length > 0)
    refuse('a before-save flow has no scheduled paths');
  if (flow.start.requiresChange && !flow.start.criteria && !flow.start.formula) refuse('entry conditions are missing');
}

function isKnown(flow: FlowDefinition, reference: string): boolean {
  const [first = '', second = ''] = reference.split('.');
  if (first === '$Flow') return FLOW_FIELDS.includes(second);
  if (first.startsWith('$')) return GLOBALS.includes(first);
  const node = flow.nodes.get(first);
  if (node?.kind === 'lookup' && second !== '') return isQueried(node.queriedFields, second);
  return flow.resources.has(first) || node?.kind === 'lookup' || node?.kind === 'create' || node?.kind === 'loop';
}

/** What looks at the values before the save; undefined when nothing does. */
function usesPrior(flow: FlowDefinition): string | undefined {
  const prior = referencesIn(flow).find(({ reference }) => reference.startsWith('$Record__Prior'));
  const rules = [...flow.nodes.values()].flatMap((node) => (node.kind === 'decision' ? node.rules : []));
  const criteria = [...rules.map((rule) => rule.criteria), ...(flow.start.criteria ? [flow.start.criteria] : [])];
  const changed = criteria.flatMap((one) => one.conditions).find(({ operator }) => operator === 'IsChanged');
  return prior?.reference ?? (changed && `IsChanged on ${changed.left}`);
}

/** A field that a lookup does not read is blank on the platform; here it is refused. */
function isQueried(queriedFields: string[], field: string): boolean {
  return queriedFields.length === 0 || field === 'Id' || field.endsWith('__r') || queriedFields.includes(field);
}

function outOfPlace(flow: FlowDefinition, node: FlowNode): string | undefined {
  if (
    node.kind === 'action' &&
    node.actionType === 'outboundMessage' &&
    !node.actionName.startsWith(`${flow.start.object}.`)
  ) {
    return `outbound message ${node.actionName} is not one of ${flow.start.object}`;
  }
  if (flow.start.timing === 'after') return undefined;
  if (node.kind === 'create' || node.kind === 'delete' || node.kind === 'action') {
    return `a before-save flow cannot hold this element (${node.kind}); it may only touch $Record`;
  }
  const isForeign = node.kind === 'update' && node.inputReference !== '$Record';
  return isForeign ? 'a before-save flow may only update $Record' : undefined;
}
