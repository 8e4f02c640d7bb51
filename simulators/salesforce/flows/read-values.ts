import { compileFormula, type CheckedFormula } from '../formulas/compile-formula.ts';
import { childOf, textOf } from '../metadata/xml.ts';
import type { FieldType } from '../model.ts';
import type { Condition, Criteria, FieldAssignment, ValueSource } from './flow-criteria.ts';
import { all, flowError, refuseUnknown, required, type FlowXml } from './flow-xml.ts';
import { checkLogic } from './filter-logic.ts';

const DATA_TYPES: Record<string, FieldType> = {
  String: 'Text',
  Picklist: 'Picklist',
  Number: 'Number',
  Currency: 'Currency',
  Boolean: 'Checkbox',
  Date: 'Date',
  DateTime: 'DateTime',
};

const OPERATORS = [
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'GreaterThanOrEqualTo',
  'LessThan',
  'LessThanOrEqualTo',
  'StartsWith',
  'EndsWith',
  'Contains',
  'IsNull',
  'IsChanged',
  'IsBlank',
  'In',
  'NotIn',
];

/** The type of a variable, constant or formula. @throws Error naming a data type that is not supported. */
export function readDataType(xml: FlowXml): FieldType {
  const name = required(xml, 'dataType');
  const type = DATA_TYPES[name];
  if (!type) throw flowError(xml, `data type ${name} is not supported by the simulated org`);
  return type;
}

/** A `FlowElementReferenceOrValue` below `name`; undefined when it is not there. @throws Error naming another kind of value. */
export function readValue(parent: FlowXml, name: string): ValueSource | undefined {
  const element = childOf(parent.element, name);
  if (!element) return undefined;
  const xml = { element, path: parent.path };
  const [given, ...others] = element.children;
  if (others.length > 0) throw flowError(xml, 'more than one value');
  if (!given) return { kind: 'literal', type: 'Text', value: null };
  return valueOf(xml, given.name, given.text);
}

function valueOf(xml: FlowXml, kind: string, text: string): ValueSource {
  switch (kind) {
    case 'elementReference':
      return { kind: 'reference', reference: text };
    case 'stringValue':
      return { kind: 'literal', type: 'Text', value: text };
    case 'numberValue':
      return { kind: 'literal', type: 'Number', value: Number(text) };
    case 'booleanValue':
      return { kind: 'literal', type: 'Checkbox', value: text === 'true' };
    case 'dateValue':
      return { kind: 'literal', type: 'Date', value: text };
    case 'dateTimeValue':
      return { kind: 'literal', type: 'DateTime', value: new Date(text).toISOString() };
    default:
      throw flowError(xml, `value <${kind}> is not supported by the simulated org`);
  }
}

/** Filters of a start element, a lookup, an update or a delete; undefined when there are none. */
export function readFilters(xml: FlowXml): Criteria | undefined {
  const conditions = all(xml, 'filters').map((filter) => readCondition(filter, 'field', 'value'));
  return criteriaOf(xml, textOf(xml.element, 'filterLogic'), conditions);
}

/** Conditions of a decision's rule. */
export function readRuleCriteria(rule: FlowXml): Criteria {
  const conditions = all(rule, 'conditions').map((one) => readCondition(one, 'leftValueReference', 'rightValue'));
  const criteria = criteriaOf(rule, required(rule, 'conditionLogic'), conditions);
  if (!criteria) throw flowError(rule, 'a rule needs conditions');
  return criteria;
}

/** `inputAssignments` of a create or update. */
export function readAssignments(xml: FlowXml): FieldAssignment[] {
  return all(xml, 'inputAssignments').map((item) => {
    refuseUnknown(item, ['field', 'value']);
    return { field: required(item, 'field'), value: readValue(item, 'value') ?? blank() };
  });
}

/**
 * A flow's formula: resources stand in `{!…}`, a bare name is an error as on the platform.
 * @throws Error naming file, line and what is wrong.
 */
export function readFormula(xml: FlowXml, expression: string): CheckedFormula {
  try {
    const bare = compileFormula(expression.replace(/\{!\s*[^{}\s]+\s*\}/g, 'Merged')).references.find(
      (one) => one !== 'Merged',
    );
    if (bare !== undefined) throw new Error(`${bare} stands without {!…}; write {!${bare}}`);
    if (/\bISCLONE\s*\(/i.test(expression))
      throw new Error('ISCLONE() is documented for validation rules, not for flows');
    return compileFormula(expression);
  } catch (error) {
    throw flowError(xml, error instanceof Error ? error.message : String(error));
  }
}

function readCondition(xml: FlowXml, left: string, right: string): Condition {
  refuseUnknown(xml, [left, 'operator', right]);
  const operator = required(xml, 'operator');
  if (!OPERATORS.includes(operator)) throw flowError(xml, `operator ${operator} is not supported by the simulated org`);
  return { left: required(xml, left), operator, right: readValue(xml, right) ?? blank() };
}

function criteriaOf(xml: FlowXml, logic: string | undefined, conditions: Condition[]): Criteria | undefined {
  if (conditions.length === 0) return undefined;
  const problem = checkLogic(logic ?? 'and', conditions.length);
  if (problem) throw flowError(xml, problem);
  return { logic: logic ?? 'and', conditions };
}

function blank(): ValueSource {
  return { kind: 'literal', type: 'Text', value: null };
}
