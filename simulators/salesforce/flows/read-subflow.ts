import { textOf } from '../metadata/xml.ts';
import type { SubflowNode } from './flow-nodes.ts';
import { all, flowError, isTrue, present, refuseUnknown, required, target, type FlowXml } from './flow-xml.ts';
import { readValue } from './read-values.ts';

/** A Subflow element; what it gives back goes into variables, or stands behind its name. */
export function readSubflow(xml: FlowXml): SubflowNode {
  refuseUnknown(xml, ['connector', 'flowName', 'inputAssignments', 'outputAssignments', 'storeOutputAutomatically']);
  const inputs = all(xml, 'inputAssignments').map((item) => {
    refuseUnknown(item, ['value']);
    const value = readValue(item, 'value');
    if (!value) throw flowError(item, '<value> is missing');
    return { name: required(item, 'name'), value };
  });
  const outputs = all(xml, 'outputAssignments').map((item) => {
    refuseUnknown(item, ['assignToReference']);
    return { name: required(item, 'name'), target: required(item, 'assignToReference') };
  });
  const isAutomatic = isTrue(xml, 'storeOutputAutomatically');
  if (isAutomatic && outputs.length > 0)
    throw flowError(xml, 'either <storeOutputAutomatically> or <outputAssignments>');
  return {
    kind: 'subflow',
    name: required(xml, 'name'),
    label: textOf(xml.element, 'label') ?? '',
    ...present({ connector: target(xml, 'connector') }),
    flowName: required(xml, 'flowName'),
    inputs,
    outputs,
  };
}
