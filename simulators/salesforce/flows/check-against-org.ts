import type { FieldType, ObjectDefinition } from '../model.ts';
import type { FlowDefinition, FlowNode, FlowResource } from './flow-definition.ts';
import { referencesIn } from './flow-references.ts';
import { findField, findLookup } from './record-field.ts';
import type { OrgNames } from './services.ts';

const OBJECTS: Record<string, string> = { $User: 'User', $Organization: 'Organization' };
const FLOW_TYPES: Record<string, FieldType> = { CurrentDate: 'Date', CurrentDateTime: 'DateTime' };

/**
 * What a deploy checks: objects, fields, labels and outbound messages a flow names are there, and its formulas fit the
 * types of their fields. @throws Error naming file and flow.
 */
export function checkFlowAgainstOrg(flow: FlowDefinition, names: OrgNames): void {
  const typeOf = (reference: string) => typeOfReference(flow, names, reference);
  try {
    for (const { reference } of referencesIn(flow)) typeOf(reference);
    flow.start.criteria?.conditions.forEach(({ left }) => typeOf(`$Record.${left}`));
    for (const path of flow.start.scheduledPaths) {
      if (path.timing.kind === 'timed' && path.timing.field !== undefined) typeOf(`$Record.${path.timing.field}`);
    }
    flow.start.formula?.check((reference) => typeOf(reference) ?? refuseRecord(reference));
    for (const resource of flow.resources.values()) {
      if (resource.kind === 'formula')
        resource.formula.check((reference) => typeOf(reference) ?? refuseRecord(reference));
    }
    for (const node of flow.nodes.values()) checkNode(flow, names, node);
  } catch (error) {
    throw new Error(`${flow.path}: flow ${flow.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function checkNode(flow: FlowDefinition, names: OrgNames, node: FlowNode): void {
  if (node.kind === 'action' && node.actionType === 'outboundMessage' && !names.hasOutboundMessage(node.actionName)) {
    throw new Error(`${node.name}: outbound message ${node.actionName} is not deployed`);
  }
  if (node.kind === 'customError' && node.field !== undefined)
    findField(objectOf(names, flow.start.object), node.field);
  if (!('object' in node) || node.object === undefined) return;
  const definition = objectOf(names, node.object);
  const filtered =
    'criteria' in node && node.criteria ? node.criteria.conditions.map((condition) => condition.left) : [];
  const assigned = 'assignments' in node ? node.assignments.map((assignment) => assignment.field) : [];
  const sorted = node.kind === 'lookup' && node.sort ? [node.sort.field] : [];
  const stored = node.kind === 'lookup' && node.store.to === 'fields' ? node.store.fields.map((one) => one.field) : [];
  for (const field of [...filtered, ...assigned, ...sorted, ...stored]) findField(definition, field);
}

/** The type of a single value; undefined for a record or collection. @throws Error naming what is not there. */
function typeOfReference(flow: FlowDefinition, names: OrgNames, reference: string): FieldType | undefined {
  const [first = '', ...path] = reference.split('.');
  if (first === '$Flow') return FLOW_TYPES[path[0] ?? ''] ?? 'Text';
  if (first === '$Permission') return 'Checkbox';
  if (first === '$GlobalConstant') return path[0] === 'EmptyString' ? 'Text' : 'Checkbox';
  if (first === '$Label' && names.label(path.join('.')) === undefined) throw new Error(`${reference} is not there`);
  if (first === '$Label') return 'Text';
  const object = OBJECTS[first] ?? objectAt(flow, first);
  if (object === undefined) return resourceType(flow.resources.get(first));
  return path.length === 0 ? undefined : fieldType(names, object, path);
}

function objectAt(flow: FlowDefinition, first: string): string | undefined {
  if (first === '$Record' || first === '$Record__Prior') return flow.start.object;
  const resource = flow.resources.get(first);
  if (resource?.kind === 'recordVariable') return resource.object;
  const node = flow.nodes.get(first);
  if (node?.kind === 'lookup') return node.object;
  return node?.kind === 'loop' ? objectAt(flow, node.collection) : undefined;
}

/** A create's output is the new record's id. */
function resourceType(resource: FlowResource | undefined): FieldType {
  return resource && 'type' in resource ? resource.type : 'Text';
}

function fieldType(names: OrgNames, object: string, [first = '', ...rest]: string[]): FieldType {
  const definition = objectOf(names, object);
  if (rest.length === 0) return findField(definition, first).type;
  return fieldType(names, findLookup(definition, first).referenceTo, rest);
}

function objectOf(names: OrgNames, object: string): ObjectDefinition {
  const definition = names.findObject(object);
  if (!definition) throw new Error(`Object ${object} does not exist`);
  return definition;
}

function refuseRecord(reference: string): never {
  throw new Error(`${reference} is a record; a formula needs one of its fields`);
}
