import { textOf } from '../metadata/xml.ts';
import type { FlowResource } from './flow-definition.ts';
import { flowError, isTrue, present, refuseUnknown, required, type FlowXml } from './flow-xml.ts';
import { readDataType, readFormula, readValue } from './read-values.ts';
import { readChoice, readChoiceSet } from './screens/read-choices.ts';

/** How each kind of resource is read, by its tag. */
export const resourceReaders: Record<string, (xml: FlowXml) => FlowResource> = {
  variables: readVariable,
  constants: readConstant,
  formulas: readFormulaResource,
  textTemplates: readTemplate,
  choices: readChoice,
  dynamicChoiceSets: readChoiceSet,
};

function readVariable(xml: FlowXml): FlowResource {
  refuseUnknown(xml, ['dataType', 'isCollection', 'isInput', 'isOutput', 'objectType', 'scale', 'value']);
  const use = {
    isCollection: isTrue(xml, 'isCollection'),
    isInput: isTrue(xml, 'isInput'),
    isOutput: isTrue(xml, 'isOutput'),
  };
  if (textOf(xml.element, 'dataType') === 'SObject') {
    return { kind: 'recordVariable', object: required(xml, 'objectType'), ...use };
  }
  return { kind: 'variable', type: readDataType(xml), ...use, ...present({ initial: readValue(xml, 'value') }) };
}

function readConstant(xml: FlowXml): FlowResource {
  refuseUnknown(xml, ['dataType', 'value']);
  const value = readValue(xml, 'value');
  if (!value) throw flowError(xml, '<value> is missing');
  return { kind: 'constant', type: readDataType(xml), value };
}

function readFormulaResource(xml: FlowXml): FlowResource {
  refuseUnknown(xml, ['dataType', 'expression', 'scale']);
  const scale = textOf(xml.element, 'scale');
  return {
    kind: 'formula',
    type: readDataType(xml),
    formula: readFormula(xml, required(xml, 'expression')),
    ...present({ scale: scale === undefined ? undefined : Number(scale) }),
  };
}

function readTemplate(xml: FlowXml): FlowResource {
  refuseUnknown(xml, ['isViewedAsPlainText', 'text']);
  return { kind: 'template', text: textOf(xml.element, 'text') ?? '' };
}
