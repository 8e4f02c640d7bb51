import { wrongAsyncPath } from './check-async-paths.ts';
import type { FlowDefinition, RecordStart } from './flow-definition.ts';
import type { FlowNode } from './flow-nodes.ts';
import { referencesIn, targetsIn } from './flow-references.ts';
import { sameScreenReference } from './screens/check-screens.ts';

/** First segments of global references the simulated org can answer. */
const GLOBALS = ['$User', '$Flow', '$Permission', '$Label', '$Organization', '$GlobalConstant'];
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
  for (const node of flow.nodes.values()) {
    const reason = outOfPlace(flow, node);
    if (reason) refuse(`${node.name}: ${reason}`);
  }
  const reason = flow.start.kind === 'record' ? wrongStart(flow, flow.start) : wrongKind(flow);
  if (reason) refuse(reason);
}

/** Names of the fields on the flow's screens, which hold what was entered. */
function screenFieldNames(flow: FlowDefinition): string[] {
  const screens = [...flow.nodes.values()].filter((node) => node.kind === 'screen');
  return screens.flatMap(({ fields }) => fields.flatMap((field) => (field.kind === 'display' ? [] : [field.name])));
}

function wrongStart(flow: FlowDefinition, start: RecordStart): string | undefined {
  if (flow.isScreenFlow) return 'a screen flow has no trigger';
  const change = usesPrior(flow);
  if (change && !start.events.update)
    return `${change} has no meaning in a flow that runs on ${start.events.create ? 'create' : 'delete'} only`;
  if (start.timing !== 'after' && start.scheduledPaths.length > 0) return 'only an after-save flow has scheduled paths';
  if (start.requiresChange && !start.criteria && !start.formula) return 'entry conditions are missing';
  const isTimed = start.scheduledPaths.some(({ timing }) => timing.kind === 'timed');
  const byChange = isTimed ? changeInConditions(start) : undefined;
  if (byChange) return `${byChange} has no meaning for a timed path, which checks the entry conditions at its time`;
  return wrongAsyncPath(flow, start);
}

function wrongKind(flow: FlowDefinition): string | undefined {
  if (flow.isScreenFlow && flow.start.kind !== 'launch') return 'a screen flow has no trigger';
  const change = usesPrior(flow);
  return change && `${change} has no meaning in a flow that no change sets off`;
}

function isKnown(flow: FlowDefinition, reference: string): boolean {
  const [first = '', second = ''] = reference.split('.');
  if (first === '$Flow') return FLOW_FIELDS.includes(second);
  if (first === '$Record') return flow.start.kind !== 'launch' && flow.start.object !== undefined;
  if (first === '$Record__Prior') return flow.start.kind === 'record';
  if (first.startsWith('$')) return GLOBALS.includes(first);
  const node = flow.nodes.get(first);
  if (node?.kind === 'lookup' && second !== '') return isQueried(node.queriedFields, second);
  if (node?.kind === 'subflow') return second !== '';
  const isElement = node?.kind === 'lookup' || node?.kind === 'create' || node?.kind === 'loop';
  return isElement || flow.resources.has(first) || screenFieldNames(flow).includes(first);
}

/** What looks at the values before the save; undefined when nothing does. */
function usesPrior(flow: FlowDefinition): string | undefined {
  const prior = referencesIn(flow).find(({ reference }) => reference.startsWith('$Record__Prior'));
  const rules = [...flow.nodes.values()].flatMap((node) => (node.kind === 'decision' ? node.rules : []));
  const start = flow.start.kind === 'launch' ? undefined : flow.start.criteria;
  const criteria = [...rules.map((rule) => rule.criteria), ...(start ? [start] : [])];
  const changed = criteria.flatMap((one) => one.conditions).find(({ operator }) => operator === 'IsChanged');
  return prior?.reference ?? (changed && `IsChanged on ${changed.left}`);
}

function changeInConditions({ criteria, formula }: RecordStart): string | undefined {
  const changed = criteria?.conditions.find(({ operator }) => operator === 'IsChanged');
  if (changed) return `IsChanged on ${changed.left}`;
  return /\b(ISNEW|ISCHANGED|PRIORVALUE)\s*\(/i.exec(formula?.expression ?? '')?.[1];
}

/** A field that a lookup does not read is blank on the platform; here it is refused. */
function isQueried(queriedFields: string[], field: string): boolean {
  return queriedFields.length === 0 || field === 'Id' || field.endsWith('__r') || queriedFields.includes(field);
}

function outOfPlace(flow: FlowDefinition, node: FlowNode): string | undefined {
  if (node.kind === 'screen') {
    return flow.isScreenFlow ? sameScreenReference(node) : 'screens stand only in a flow of processType Flow';
  }
  const { start } = flow;
  if (node.kind === 'customError' && start.kind !== 'record') return 'a custom error needs a record-triggered flow';
  if (node.kind === 'action' && node.actionType === 'outboundMessage') {
    if (start.kind !== 'record') return 'an outbound message needs a record-triggered flow';
    if (!node.actionName.startsWith(`${start.object}.`))
      return `outbound message ${node.actionName} is not one of ${start.object}`;
  }
  return start.kind === 'record' && start.timing === 'before' ? outOfPlaceBeforeSave(node) : undefined;
}

function outOfPlaceBeforeSave(node: FlowNode): string | undefined {
  if (node.kind === 'create' || node.kind === 'delete' || node.kind === 'action' || node.kind === 'subflow') {
    return `a before-save flow cannot hold this element (${node.kind}); it may only touch $Record`;
  }
  const isForeign = node.kind === 'update' && node.inputReference !== '$Record';
  return isForeign ? 'a before-save flow may only update $Record' : undefined;
}
