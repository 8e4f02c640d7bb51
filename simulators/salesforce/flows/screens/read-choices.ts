import { textOf } from '../../metadata/xml.ts';
import { all, flowError, present, refuseUnknown, required, type FlowXml } from '../flow-xml.ts';
import { readDataType, readFilters, readValue } from '../read-values.ts';
import type { Choice, ChoiceFields, ChoiceSet } from './choice.ts';

/** A choice. @throws Error when it lets the user type something, which the simulated org does not do. */
export function readChoice(xml: FlowXml): Choice {
  refuseUnknown(xml, ['choiceText', 'dataType', 'value']);
  return {
    kind: 'choice',
    type: readDataType(xml),
    text: required(xml, 'choiceText'),
    ...present({ value: readValue(xml, 'value') }),
  };
}

/** A record, collection or picklist choice set. */
export function readChoiceSet(xml: FlowXml): ChoiceSet {
  const records = ['object', 'filterLogic', 'filters', 'sortField', 'sortOrder', 'limit', 'outputAssignments'];
  const picklist = ['picklistField', 'picklistObject'];
  refuseUnknown(xml, ['dataType', 'displayField', 'valueField', 'collectionReference', ...records, ...picklist]);
  return { kind: 'choiceSet', type: readDataType(xml), from: sourceOf(xml) };
}

function sourceOf(xml: FlowXml): ChoiceSet['from'] {
  const read = (name: string) => textOf(xml.element, name) || undefined;
  const [field, reference] = [read('picklistField'), read('collectionReference')];
  if (field) return { source: 'picklist', object: required(xml, 'picklistObject'), field };
  const object = required(xml, 'object');
  if (reference) return { source: 'collection', object, reference, fields: fieldsOf(xml) };
  const [sort, limit] = [read('sortField'), read('limit')];
  return {
    source: 'records',
    object,
    fields: fieldsOf(xml),
    ...present({
      criteria: readFilters(xml),
      sort: sort ? { field: sort, descending: read('sortOrder') === 'Desc' } : undefined,
      limit: limit === undefined ? undefined : limitOf(xml, limit),
    }),
  };
}

function fieldsOf(xml: FlowXml): ChoiceFields {
  const display = required(xml, 'displayField');
  const outputs = all(xml, 'outputAssignments').map((item) => {
    refuseUnknown(item, ['assignToReference', 'field']);
    return { field: required(item, 'field'), target: required(item, 'assignToReference') };
  });
  return { display, value: textOf(xml.element, 'valueField') || display, outputs };
}

function limitOf(xml: FlowXml, text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw flowError(xml, `limit ${text} is not a number of records`);
  return limit;
}
