import { textOf } from '../metadata/xml.ts';
import type { ActionNode, AssignmentNode, CustomErrorNode, DecisionNode, FlowNode, LoopNode } from './flow-nodes.ts';
import { all, flowError, isTrue, oneOf, present, refuseUnknown, required, target, type FlowXml } from './flow-xml.ts';
import { readCreate, readDelete, readLookup, readUpdate } from './read-record-nodes.ts';
import { readSubflow } from './read-subflow.ts';
import { readRuleCriteria, readValue } from './read-values.ts';
import { readScreen } from './screens/read-screen.ts';

const ASSIGNMENT_OPERATORS = ['Assign', 'Add', 'Subtract', 'AddItem', 'AddAtStart', 'AssignCount'] as const;

/** How each kind of canvas element is read, by its tag. */
export const nodeReaders: Record<string, (xml: FlowXml) => FlowNode> = {
  assignments: readAssignment,
  decisions: readDecision,
  loops: readLoop,
  customErrors: readCustomError,
  actionCalls: readAction,
  recordLookups: readLookup,
  recordCreates: readCreate,
  recordUpdates: readUpdate,
  recordDeletes: readDelete,
  subflows: readSubflow,
  screens: readScreen,
};

function baseOf(xml: FlowXml) {
  return { name: required(xml, 'name'), label: textOf(xml.element, 'label') ?? '' };
}

function readAssignment(xml: FlowXml): AssignmentNode {
  refuseUnknown(xml, ['assignmentItems', 'connector']);
  const items = all(xml, 'assignmentItems').map((item) => {
    refuseUnknown(item, ['assignToReference', 'operator', 'value']);
    const value = readValue(item, 'value') ?? { kind: 'literal' as const, type: 'Text' as const, value: null };
    return {
      target: required(item, 'assignToReference'),
      operator: oneOf(item, 'operator', ASSIGNMENT_OPERATORS),
      value,
    };
  });
  return { kind: 'assignment', ...baseOf(xml), ...present({ connector: target(xml, 'connector') }), items };
}

function readDecision(xml: FlowXml): DecisionNode {
  refuseUnknown(xml, ['defaultConnector', 'defaultConnectorLabel', 'rules']);
  const rules = all(xml, 'rules').map((rule) => {
    refuseUnknown(rule, ['conditionLogic', 'conditions', 'connector', 'doesRequireRecordChangedToMeetCriteria']);
    return {
      name: required(rule, 'name'),
      criteria: readRuleCriteria(rule),
      ...present({ connector: target(rule, 'connector') }),
      requiresChange: isTrue(rule, 'doesRequireRecordChangedToMeetCriteria'),
    };
  });
  return { kind: 'decision', ...baseOf(xml), ...present({ connector: target(xml, 'defaultConnector') }), rules };
}

function readLoop(xml: FlowXml): LoopNode {
  const known = [
    'assignNextValueToReference',
    'collectionReference',
    'iterationOrder',
    'nextValueConnector',
    'noMoreValuesConnector',
  ];
  refuseUnknown(xml, known);
  return {
    kind: 'loop',
    ...baseOf(xml),
    ...present({
      connector: target(xml, 'noMoreValuesConnector'),
      nextConnector: target(xml, 'nextValueConnector'),
      variable: textOf(xml.element, 'assignNextValueToReference'),
    }),
    collection: required(xml, 'collectionReference'),
    descending: textOf(xml.element, 'iterationOrder') === 'Desc',
  };
}

function readCustomError(xml: FlowXml): CustomErrorNode {
  refuseUnknown(xml, ['customErrorMessages', 'connector']);
  const [message, ...others] = all(xml, 'customErrorMessages');
  if (!message) throw flowError(xml, '<customErrorMessages> is missing');
  if (others.length > 0) throw flowError(xml, 'more than one error message is not supported by the simulated org');
  refuseUnknown(message, ['errorMessage', 'fieldSelection', 'isFieldError']);
  const field = isTrue(message, 'isFieldError') ? required(message, 'fieldSelection') : undefined;
  return { kind: 'customError', ...baseOf(xml), message: required(message, 'errorMessage'), ...present({ field }) };
}

function readAction(xml: FlowXml): ActionNode {
  const known = ['actionName', 'actionType', 'connector', 'faultConnector', 'flowTransactionModel', 'inputParameters'];
  refuseUnknown(xml, [...known, 'nameSegment', 'storeOutputAutomatically']);
  const actionType = oneOf(xml, 'actionType', ['outboundMessage', 'customNotificationAction']);
  oneOf(xml, 'flowTransactionModel', ['CurrentTransaction', 'Automatic']);
  const inputs = all(xml, 'inputParameters').map((input) => {
    refuseUnknown(input, ['value']);
    const value = readValue(input, 'value');
    if (!value) throw flowError(input, '<value> is missing');
    return { name: required(input, 'name'), value };
  });
  checkInputs(
    xml,
    actionType,
    inputs.map((input) => input.name),
  );
  const connectors = present({ connector: target(xml, 'connector'), faultConnector: target(xml, 'faultConnector') });
  return { kind: 'action', ...baseOf(xml), ...connectors, actionType, actionName: required(xml, 'actionName'), inputs };
}

function checkInputs(xml: FlowXml, actionType: ActionNode['actionType'], names: string[]): void {
  const needed =
    actionType === 'outboundMessage' ? [] : ['customNotifTypeId', 'recipientIds', 'title', 'body', 'targetId'];
  const missing = needed.find((name) => !names.includes(name));
  if (missing) throw flowError(xml, `${actionType} needs the input ${missing}`);
  const unknown = names.find((name) => !needed.includes(name) && !(needed.length > 0 && name === 'senderId'));
  if (unknown) throw flowError(xml, `input ${unknown} of ${actionType} is not supported by the simulated org`);
}
