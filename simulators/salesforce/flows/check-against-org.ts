import type { CheckedFormula } from '../formulas/compile-formula.ts';
import type { FieldType } from '../model.ts';
import type { FlowDefinition } from './flow-definition.ts';
import type { FlowNode, SubflowNode } from './flow-nodes.ts';
import { referencesIn } from './flow-references.ts';
import { findField } from './record-field.ts';
import { objectOf, subflowOf, typeOfReference } from './reference-types.ts';
import { checkChoices } from './screens/check-choices.ts';
import type { OrgNames } from './services.ts';

/**
 * What a deploy checks: objects, fields, labels, subflows and outbound messages a flow names are there, and its formulas
 * fit the types of their fields. @throws Error naming file and flow.
 */
export function checkFlowAgainstOrg(flow: FlowDefinition, names: OrgNames): void {
  const typeOf = (reference: string) => typeOfReference(flow, names, reference);
  try {
    for (const { reference } of referencesIn(flow)) typeOf(reference);
    checkStart(flow, names);
    for (const formula of formulasOf(flow)) formula.check((reference) => typeOf(reference) ?? refuseRecord(reference));
    for (const node of flow.nodes.values()) checkNode(flow, names, node);
    for (const resource of flow.resources.values()) {
      if (resource.kind === 'choiceSet') checkChoices(resource, (object) => objectOf(names, object));
      if (resource.kind === 'recordVariable') objectOf(names, resource.object);
    }
  } catch (error) {
    throw new Error(`${flow.path}: flow ${flow.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function checkStart({ start }: FlowDefinition, names: OrgNames): void {
  if (start.kind === 'launch' || start.object === undefined) return;
  const definition = objectOf(names, start.object);
  start.criteria?.conditions.forEach(({ left }) => findField(definition, left));
  if (start.kind !== 'record') return;
  for (const { name, timing } of start.scheduledPaths) {
    const type = timing.kind === 'timed' && timing.field ? findField(definition, timing.field).type : 'Date';
    if (type !== 'Date' && type !== 'DateTime') throw new Error(`${name}: a path waits for a date, not for a ${type}`);
  }
}

function formulasOf({ start, resources, nodes }: FlowDefinition): CheckedFormula[] {
  const screens = [...nodes.values()].filter((node) => node.kind === 'screen');
  const fields = screens.flatMap((screen) => screen.fields);
  return [
    ...(start.kind === 'record' && start.formula ? [start.formula] : []),
    ...[...resources.values()].flatMap((resource) => (resource.kind === 'formula' ? [resource.formula] : [])),
    ...fields.flatMap((field) => (field.kind !== 'display' && field.validation ? [field.validation.formula] : [])),
  ];
}

function checkNode(flow: FlowDefinition, names: OrgNames, node: FlowNode): void {
  if (node.kind === 'action' && node.actionType === 'outboundMessage' && !names.hasOutboundMessage(node.actionName)) {
    throw new Error(`${node.name}: outbound message ${node.actionName} is not deployed`);
  }
  if (node.kind === 'subflow') checkSubflow(names, node);
  if (node.kind === 'customError' && node.field !== undefined && flow.start.kind === 'record')
    findField(objectOf(names, flow.start.object), node.field);
  if (!('object' in node) || node.object === undefined) return;
  const definition = objectOf(names, node.object);
  for (const field of fieldsOfNode(node)) findField(definition, field);
}

function fieldsOfNode(node: FlowNode): string[] {
  const filtered =
    'criteria' in node && node.criteria ? node.criteria.conditions.map((condition) => condition.left) : [];
  const assigned = 'assignments' in node ? node.assignments.map((assignment) => assignment.field) : [];
  const sorted = node.kind === 'lookup' && node.sort ? [node.sort.field] : [];
  const read = node.kind === 'lookup' ? node.queriedFields : [];
  const stored = node.kind === 'lookup' && node.store.to === 'fields' ? node.store.fields.map((one) => one.field) : [];
  return [...filtered, ...assigned, ...sorted, ...read, ...stored];
}

function checkSubflow(names: OrgNames, node: SubflowNode): void {
  const { resources } = subflowOf(names, node);
  const isThere = (name: string, use: 'isInput' | 'isOutput') => {
    const resource = resources.get(name);
    return resource !== undefined && use in resource && (resource as Record<typeof use, boolean>)[use];
  };
  const input = node.inputs.find(({ name }) => !isThere(name, 'isInput'));
  if (input) throw new Error(`${node.name}: flow ${node.flowName} has no input variable ${input.name}`);
  const output = node.outputs.find(({ name }) => !isThere(name, 'isOutput'));
  if (output) throw new Error(`${node.name}: flow ${node.flowName} has no output variable ${output.name}`);
}

function refuseRecord(reference: string): FieldType {
  throw new Error(`${reference} is a record; a formula needs one of its fields`);
}
