import { readFlow } from '../flows/read-flow.ts';
import type { FlowDefinition } from '../flows/flow-definition.ts';
import type { Component } from '../metadata/component.ts';
import { parseXml } from '../metadata/xml.ts';

/** A flow from the inside of its XML; start, status and label are added when the text lacks them. */
export function flowOf(inside: string, name = 'Test_Flow'): FlowDefinition {
  const { element, path } = flowComponent(inside, name);
  return readFlow(element, path);
}

/** The same as a component to deploy. */
export function flowComponent(inside: string, name: string): Component {
  const type = inside.includes('<processType>') ? '' : '<processType>AutoLaunchedFlow</processType>';
  const status = inside.includes('<status>') ? '' : '<status>Active</status>';
  const xml = `<Flow>${inside}<label>${name.replaceAll('_', ' ')}</label>${type}${status}</Flow>`;
  const path = `${name}.flow-meta.xml`;
  return { type: 'Flow', fullName: name, path, element: parseXml(xml, path) };
}

/** A `<start>` of a record-triggered flow. */
export function start(object: string, options: { when: string; saves?: string; to?: string; inside?: string }): string {
  const connector = options.to ? `<connector><targetReference>${options.to}</targetReference></connector>` : '';
  return `<start>${connector}${options.inside ?? ''}<object>${object}</object><recordTriggerType>${
    options.saves ?? 'CreateAndUpdate'
  }</recordTriggerType><triggerType>Record${options.when}Save</triggerType></start>`;
}

/** The elements of a flow with those of one name together, as a flow file has them. */
export function together(inside: string): string {
  const elements = [...inside.matchAll(/<(\w+)>.*?<\/\1>/gs)].map(([element, tag]) => ({ element, tag }));
  return [...Map.groupBy(elements, ({ tag }) => tag).values()]
    .flat()
    .map(({ element }) => element)
    .join('');
}

/** A `<start>` of a flow that somebody or another flow starts. */
export function launch(target: string): string {
  return `<start>${to(target)}</start>`;
}

/** A `<start>` of a scheduled flow, for every record of `object` when there is one. */
export function schedule(
  target: string,
  options: { at: string; frequency?: string; object?: string; inside?: string },
): string {
  const [date = '', time = ''] = options.at.split('T');
  const object = options.object === undefined ? '' : `<object>${options.object}</object>`;
  return `<start>${to(target)}${options.inside ?? ''}${object}<schedule><frequency>${
    options.frequency ?? 'Daily'
  }</frequency><startDate>${date}</startDate><startTime>${time}</startTime></schedule><triggerType>Scheduled</triggerType></start>`;
}

/** A variable of plain values. */
export function variable(
  name: string,
  type: string,
  use: { isInput?: boolean; isOutput?: boolean; isCollection?: boolean; value?: string } = {},
): string {
  return `<variables><name>${name}</name><dataType>${type}</dataType><isCollection>${use.isCollection ?? false}</isCollection><isInput>${use.isInput ?? false}</isInput><isOutput>${use.isOutput ?? false}</isOutput>${use.value === undefined ? '' : value(use.value)}</variables>`;
}

/** An Assignment element. */
export function assignment(name: string, inside: string): string {
  return `<assignments><name>${name}</name>${inside}</assignments>`;
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
