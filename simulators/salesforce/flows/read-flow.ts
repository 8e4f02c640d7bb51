import { basename } from 'node:path';
import { textOf, type XmlElement } from '../metadata/xml.ts';
import { checkFlow } from './check-flow.ts';
import type { FlowDefinition, FlowResource } from './flow-definition.ts';
import type { FlowNode } from './flow-nodes.ts';
import { all, checkContiguous, flowError, oneOf, present, refuseUnknown, required, type FlowXml } from './flow-xml.ts';
import { nodeReaders } from './read-nodes.ts';
import { resourceReaders } from './read-resources.ts';
import { readStart } from './read-start.ts';

const TOP_LEVEL = ['apiVersion', 'environments', 'interviewLabel', 'processType', 'start', 'status', 'triggerOrder'];
const SUFFIX = /\.flow(-meta\.xml)?$/;

/**
 * Reads one `*.flow-meta.xml` (or `*.flow`); the flow's name is the file's. Everything in it is understood, or it is refused.
 * @throws Error naming file, line and the construct the simulated org does not execute.
 */
export function readFlow(element: XmlElement, path: string): FlowDefinition {
  const xml = { element, path };
  checkContiguous(element, path);
  refuseUnknown(xml, [...TOP_LEVEL, 'runInMode', ...Object.keys(nodeReaders), ...Object.keys(resourceReaders)]);
  const processType = oneOf(xml, 'processType', ['AutoLaunchedFlow', 'Flow']);
  const status = oneOf(xml, 'status', ['Active', 'Draft', 'Obsolete', 'InvalidDraft']);
  const mode = textOf(element, 'runInMode')
    ? oneOf(xml, 'runInMode', ['DefaultMode', 'SystemModeWithoutSharing'])
    : 'DefaultMode';
  const [start] = all(xml, 'start');
  if (!start) throw flowError(xml, '<start> is missing');
  const order = textOf(element, 'triggerOrder');
  const flow: FlowDefinition = {
    name: nameOf(xml),
    label: required(xml, 'label'),
    path,
    isActive: status === 'Active',
    isScreenFlow: processType === 'Flow',
    runsInSystemMode: mode === 'SystemModeWithoutSharing',
    ...present({ triggerOrder: order === undefined ? undefined : Number(order) }),
    start: readStart(start),
    nodes: readNamed<FlowNode>(xml, nodeReaders),
    resources: readNamed<FlowResource>(xml, resourceReaders),
  };
  checkFlow(flow);
  return flow;
}

function nameOf(xml: FlowXml): string {
  const name = basename(xml.path).replace(SUFFIX, '');
  if (/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(name)) return name;
  throw flowError(xml, `flow name ${name}: letters, digits and single underscores only`);
}

function readNamed<T>(xml: FlowXml, readers: Record<string, (xml: FlowXml) => T>): Map<string, T> {
  const named = new Map<string, T>();
  for (const [tag, read] of Object.entries(readers)) {
    for (const child of all(xml, tag)) {
      const name = required(child, 'name');
      if (named.has(name)) throw flowError(child, 'the name is used twice');
      named.set(name, read(child));
    }
  }
  return named;
}
