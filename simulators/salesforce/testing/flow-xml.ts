import { readFlow } from '../flows/read-flow.ts';
import type { FlowDefinition } from '../flows/flow-definition.ts';
import { parseXml } from '../metadata/xml.ts';

/** A flow from the inside of its XML; start, status and label are added when the text lacks them. */
export function flowOf(inside: string, name = 'Test_Flow'): FlowDefinition {
  const xml = `<Flow>${inside}<label>${name.replaceAll('_', ' ')}</label><processType>AutoLaunchedFlow</processType>${
    inside.includes('<status>') ? '' : '<status>Active</status>'
  }</Flow>`;
  return readFlow(parseXml(xml, `${name}.flow-meta.xml`), `${name}.flow-meta.xml`);
}

/** A `<start>` of a record-triggered flow. */
export function start(object: string, options: { when: string; saves?: string; to?: string; inside?: string }): string {
  const connector = options.to ? `<connector><targetReference>${options.to}</targetReference></connector>` : '';
  return `<start>${connector}${options.inside ?? ''}<object>${object}</object><recordTriggerType>${
    options.saves ?? 'CreateAndUpdate'
  }</recordTriggerType><triggerType>Record${options.when}Save</triggerType></start>`;
}

/** `<value><stringValue>…` for texts, booleans and numbers; `=Ref.Field` is a reference. */
export function value(given: string | number | boolean, tag = 'value'): string {
  if (typeof given === 'string' && given.startsWith('='))
    return `<${tag}><elementReference>${given.slice(1)}</elementReference></${tag}>`;
  return `<${tag}><${typeof given}Value>${given}</${typeof given}Value></${tag}>`;
}

/** One filter of a start, lookup, update or delete. */
export function filter(field: string, operator: string, right: string | number | boolean): string {
  return `<filters><field>${field}</field><operator>${operator}</operator>${value(right)}</filters>`;
}

/** One condition of a rule. */
export function condition(left: string, operator: string, right: string | number | boolean): string {
  return `<conditions><leftValueReference>${left}</leftValueReference><operator>${operator}</operator>${value(right, 'rightValue')}</conditions>`;
}

/** A connector, `connector` unless named otherwise. */
export function to(target: string, tag = 'connector'): string {
  return `<${tag}><targetReference>${target}</targetReference></${tag}>`;
}

/** One line of an Assignment. */
export function set(target: string, given: string | number | boolean, operator = 'Assign'): string {
  return `<assignmentItems><assignToReference>${target}</assignToReference><operator>${operator}</operator>${value(given)}</assignmentItems>`;
}

/** One field of a create or update. */
export function input(field: string, given: string | number | boolean): string {
  return `<inputAssignments><field>${field}</field>${value(given)}</inputAssignments>`;
}
