import type { FieldType, ObjectDefinition } from '../model.ts';
import type { FlowDefinition, FlowResource } from './flow-definition.ts';
import type { SubflowNode } from './flow-nodes.ts';
import { findField, findLookup } from './record-field.ts';
import type { OrgNames } from './services.ts';

const OBJECTS: Record<string, string> = { $User: 'User', $Organization: 'Organization' };
const FLOW_TYPES: Record<string, FieldType> = { CurrentDate: 'Date', CurrentDateTime: 'DateTime' };

/** The type of a single value; undefined for a record or collection. @throws Error naming what is not there. */
export function typeOfReference(flow: FlowDefinition, names: OrgNames, reference: string): FieldType | undefined {
  const [first = '', ...path] = reference.split('.');
  if (first === '$Flow') return FLOW_TYPES[path[0] ?? ''] ?? 'Text';
  if (first === '$Permission') return 'Checkbox';
  if (first === '$GlobalConstant') return path[0] === 'EmptyString' ? 'Text' : 'Checkbox';
  if (first === '$Label' && names.label(path.join('.')) === undefined) throw new Error(`${reference} is not there`);
  if (first === '$Label') return 'Text';
  const node = flow.nodes.get(first);
  if (node?.kind === 'subflow') return outputType(names, node, path);
  const object = OBJECTS[first] ?? objectAt(flow, first);
  if (object === undefined) return resourceType(flow.resources.get(first)) ?? screenFieldType(flow, first) ?? 'Text';
  return path.length === 0 ? undefined : fieldType(names, object, path);
}

/** @throws Error naming an object that does not exist. */
export function objectOf(names: OrgNames, object: string): ObjectDefinition {
  const definition = names.findObject(object);
  if (!definition) throw new Error(`Object ${object} does not exist`);
  return definition;
}

/** The flow a Subflow element runs. @throws Error naming one that is not deployed or cannot be a subflow. */
export function subflowOf(names: OrgNames, { name, flowName }: SubflowNode): FlowDefinition {
  const flow = names.findFlow(flowName);
  if (!flow) throw new Error(`${name}: flow ${flowName} is not deployed`);
  if (flow.start.kind === 'launch' && !flow.isScreenFlow) return flow;
  throw new Error(`${name}: flow ${flowName} is no autolaunched flow without a trigger`);
}

function objectAt(flow: FlowDefinition, first: string): string | undefined {
  if (first === '$Record' || first === '$Record__Prior')
    return flow.start.kind === 'launch' ? undefined : flow.start.object;
  const resource = flow.resources.get(first);
  if (resource?.kind === 'recordVariable') return resource.object;
  const node = flow.nodes.get(first);
  if (node?.kind === 'lookup') return node.object;
  return node?.kind === 'loop' ? objectAt(flow, node.collection) : undefined;
}

function outputType(names: OrgNames, node: SubflowNode, [name = '', ...path]: string[]): FieldType | undefined {
  const output = subflowOf(names, node).resources.get(name);
  if (!output || !('isOutput' in output) || !output.isOutput)
    throw new Error(`${node.name}.${name}: flow ${node.flowName} has no output variable ${name}`);
  if (output.kind === 'recordVariable') return path.length === 0 ? undefined : fieldType(names, output.object, path);
  return output.isCollection ? undefined : output.type;
}

function resourceType(resource: FlowResource | undefined): FieldType | undefined {
  return resource && 'type' in resource ? resource.type : undefined;
}

function screenFieldType(flow: FlowDefinition, name: string): FieldType | undefined {
  for (const node of flow.nodes.values()) {
    const field = node.kind === 'screen' ? node.fields.find((one) => one.name === name) : undefined;
    if (field && field.kind !== 'display') return field.type;
  }
  return undefined;
}

function fieldType(names: OrgNames, object: string, [first = '', ...rest]: string[]): FieldType {
  const definition = objectOf(names, object);
  if (rest.length === 0) return findField(definition, first).type;
  return fieldType(names, findLookup(definition, first).referenceTo, rest);
}
