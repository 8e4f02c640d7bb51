import { textOf } from '../metadata/xml.ts';
import type { CreateNode, DeleteNode, LookupNode, UpdateNode } from './flow-nodes.ts';
import { all, flowError, isTrue, present, refuseUnknown, required, target, type FlowXml } from './flow-xml.ts';
import { readAssignments, readFilters, readValue } from './read-values.ts';

const CONNECTORS = ['connector', 'faultConnector'];
const FILTERS = ['object', 'filterLogic', 'filters'];

/** A Get Records element. */
export function readLookup(xml: FlowXml): LookupNode {
  const stores = ['storeOutputAutomatically', 'outputReference', 'outputAssignments', 'queriedFields'];
  const known = ['getFirstRecordOnly', 'sortField', 'sortOrder', 'limit', 'assignNullValuesIfNoRecordsFound'];
  refuseUnknown(xml, [...CONNECTORS, ...FILTERS, ...stores, ...known]);
  const field = textOf(xml.element, 'sortField');
  return {
    kind: 'lookup',
    ...baseOf(xml),
    object: required(xml, 'object'),
    criteria: readFilters(xml) ?? { logic: 'and', conditions: [] },
    // With single fields as output the platform takes the first record, whatever is said.
    firstOnly: isTrue(xml, 'getFirstRecordOnly') || all(xml, 'outputAssignments').length > 0,
    ...present({
      sort: field ? { field, descending: textOf(xml.element, 'sortOrder') === 'Desc' } : undefined,
      limit: readValue(xml, 'limit'),
    }),
    queriedFields: all(xml, 'queriedFields').map((field) => field.element.text),
    store: readStore(xml),
    nullWhenNoneFound: isTrue(xml, 'assignNullValuesIfNoRecordsFound'),
  };
}

/** A Create Records element. */
export function readCreate(xml: FlowXml): CreateNode {
  const known = [
    'object',
    'inputAssignments',
    'inputReference',
    'storeOutputAutomatically',
    'assignRecordIdToReference',
  ];
  refuseUnknown(xml, [...CONNECTORS, ...known]);
  const object = textOf(xml.element, 'object');
  const inputReference = textOf(xml.element, 'inputReference');
  if ((object === undefined) === (inputReference === undefined))
    throw flowError(xml, 'either <object> or <inputReference>');
  const idTarget = textOf(xml.element, 'assignRecordIdToReference');
  return {
    kind: 'create',
    ...baseOf(xml),
    assignments: readAssignments(xml),
    ...present({ object, inputReference, idTarget }),
  };
}

/** An Update Records element. */
export function readUpdate(xml: FlowXml): UpdateNode {
  refuseUnknown(xml, [...CONNECTORS, ...FILTERS, 'inputAssignments', 'inputReference']);
  const target = targetOf(xml);
  const assignments = readAssignments(xml);
  if (target.object !== undefined && assignments.length === 0) throw flowError(xml, 'no field is given a value');
  return { kind: 'update', ...baseOf(xml), assignments, ...target };
}

/** A Delete Records element. */
export function readDelete(xml: FlowXml): DeleteNode {
  refuseUnknown(xml, [...CONNECTORS, ...FILTERS, 'inputReference']);
  return { kind: 'delete', ...baseOf(xml), ...targetOf(xml) };
}

function targetOf(xml: FlowXml) {
  const object = textOf(xml.element, 'object');
  const inputReference = textOf(xml.element, 'inputReference');
  if ((object === undefined) === (inputReference === undefined))
    throw flowError(xml, 'either <object> or <inputReference>');
  const criteria = readFilters(xml);
  if (object !== undefined && !criteria) throw flowError(xml, 'filters are missing: it would touch every record');
  return present({ object, inputReference, criteria });
}

function readStore(xml: FlowXml): LookupNode['store'] {
  if (isTrue(xml, 'storeOutputAutomatically')) return { to: 'element' };
  const reference = textOf(xml.element, 'outputReference');
  if (reference) return { to: 'variable', reference };
  const fields = all(xml, 'outputAssignments').map((item) => {
    refuseUnknown(item, ['assignToReference', 'field']);
    return { field: required(item, 'field'), target: required(item, 'assignToReference') };
  });
  if (fields.length === 0) throw flowError(xml, 'the records found go nowhere');
  return { to: 'fields', fields };
}

function baseOf(xml: FlowXml) {
  const connectors = present({ connector: target(xml, 'connector'), faultConnector: target(xml, 'faultConnector') });
  return { name: required(xml, 'name'), label: textOf(xml.element, 'label') ?? '', ...connectors };
}
