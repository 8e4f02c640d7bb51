import { textOf } from '../../metadata/xml.ts';
import { all, flowError, isTrue, oneOf, present, refuseUnknown, required, target, type FlowXml } from '../flow-xml.ts';
import { readDataType, readFormula, readRuleCriteria, readValue } from '../read-values.ts';
import type { ChoiceField, DisplayField, InputField, ScreenField, ScreenNode } from './screen-node.ts';

const SHAPES = { DropdownBox: 'dropdown', RadioButtons: 'radio' } as const;
const COMMON = ['fieldType', 'fieldText', 'visibilityRule', 'styleProperties'];
const ASKING = ['helpText', 'isRequired', 'validationRule', 'inputsOnNextNavToAssocScrn', 'defaultValue', 'dataType'];

/** A Screen element. @throws Error naming a component or setting the simulated org does not show. */
export function readScreen(xml: FlowXml): ScreenNode {
  const buttons = ['allowBack', 'allowFinish', 'allowPause', 'backButtonLabel', 'nextOrFinishButtonLabel'];
  refuseUnknown(xml, ['connector', 'fields', 'helpText', 'showFooter', 'showHeader', ...buttons]);
  const fields = all(xml, 'fields').map(readField);
  if (fields.length === 0) throw flowError(xml, 'the screen is empty');
  return {
    kind: 'screen',
    name: required(xml, 'name'),
    label: textOf(xml.element, 'label') ?? '',
    fields,
    allowBack: isOn(xml, 'allowBack'),
    allowFinish: isOn(xml, 'allowFinish'),
    showHeader: isOn(xml, 'showHeader'),
    showFooter: isOn(xml, 'showFooter'),
    buttons: present({
      next: textOf(xml.element, 'nextOrFinishButtonLabel'),
      back: textOf(xml.element, 'backButtonLabel'),
    }),
    ...present({ connector: target(xml, 'connector'), help: textOf(xml.element, 'helpText') }),
  };
}

/** These are on unless they are switched off. */
function isOn(xml: FlowXml, name: string): boolean {
  return textOf(xml.element, name) !== 'false';
}

function readField(xml: FlowXml): ScreenField {
  const kinds = ['DisplayText', 'InputField', 'LargeTextArea', 'DropdownBox', 'RadioButtons'] as const;
  if (textOf(xml.element, 'fieldType') === 'ComponentInstance') {
    const component = textOf(xml.element, 'extensionName') ?? 'a component';
    throw flowError(xml, `screen component ${component} is not supported by the simulated org`);
  }
  const kind = oneOf(xml, 'fieldType', kinds);
  if (kind === 'DisplayText') return readDisplay(xml);
  return kind === 'InputField' || kind === 'LargeTextArea' ? readInput(xml, kind) : readChoiceField(xml, SHAPES[kind]);
}

function readDisplay(xml: FlowXml): DisplayField {
  refuseUnknown(xml, COMMON);
  return { kind: 'display', ...baseOf(xml), text: required(xml, 'fieldText') };
}

function readInput(xml: FlowXml, kind: 'InputField' | 'LargeTextArea'): InputField {
  refuseUnknown(xml, [...COMMON, ...ASKING, 'scale']);
  return {
    kind: 'input',
    ...askingOf(xml),
    type: kind === 'LargeTextArea' ? 'Text' : readDataType(xml),
    isLong: kind === 'LargeTextArea',
    ...present({ initial: readValue(xml, 'defaultValue') }),
  };
}

function readChoiceField(xml: FlowXml, shape: ChoiceField['shape']): ChoiceField {
  refuseUnknown(xml, [...COMMON, ...ASKING, 'choiceReferences', 'defaultSelectedChoiceReference']);
  if (readValue(xml, 'defaultValue')) throw flowError(xml, '<defaultValue> of a choice field is not supported');
  const choices = all(xml, 'choiceReferences').map(({ element }) => element.text);
  if (choices.length === 0) throw flowError(xml, '<choiceReferences> is missing');
  return {
    kind: 'choice',
    ...askingOf(xml),
    type: readDataType(xml),
    shape,
    choices,
    ...present({ initialChoice: textOf(xml.element, 'defaultSelectedChoiceReference') }),
  };
}

function askingOf(xml: FlowXml) {
  const returns = textOf(xml.element, 'inputsOnNextNavToAssocScrn');
  if (returns !== undefined) oneOf(xml, 'inputsOnNextNavToAssocScrn', ['UseStoredValues', 'ResetValues']);
  const [rule] = all(xml, 'validationRule');
  if (rule) refuseUnknown(rule, ['errorMessage', 'formulaExpression']);
  const validation = rule && {
    formula: readFormula(rule, required(rule, 'formulaExpression')),
    message: required(rule, 'errorMessage'),
  };
  return {
    ...baseOf(xml),
    label: textOf(xml.element, 'fieldText') ?? '',
    isRequired: isTrue(xml, 'isRequired'),
    forgets: returns === 'ResetValues',
    ...present({ help: textOf(xml.element, 'helpText'), validation }),
  };
}

function baseOf(xml: FlowXml) {
  const [rule] = all(xml, 'visibilityRule');
  if (rule) refuseUnknown(rule, ['conditionLogic', 'conditions']);
  return { name: required(xml, 'name'), ...present({ visibility: rule && readRuleCriteria(rule) }) };
}
