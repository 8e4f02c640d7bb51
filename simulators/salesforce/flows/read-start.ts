import { textOf } from '../metadata/xml.ts';
import type { FlowStart, ScheduledPath } from './flow-definition.ts';
import { all, flowError, isTrue, oneOf, present, refuseUnknown, required, target, type FlowXml } from './flow-xml.ts';
import { readFilters, readFormula } from './read-values.ts';

const MINUTES = { Minutes: 1, Hours: 60, Days: 24 * 60, Weeks: 7 * 24 * 60, Months: 0 };

/** When a flow runs. @throws Error naming a trigger the simulated org does not have. */
export function readStart(xml: FlowXml): FlowStart {
  const entry = ['doesRequireRecordChangedToMeetCriteria', 'filterFormula', 'filterLogic', 'filters'];
  refuseUnknown(xml, [...entry, 'connector', 'object', 'recordTriggerType', 'scheduledPaths', 'triggerType']);
  const trigger = oneOf(xml, 'triggerType', ['RecordBeforeSave', 'RecordAfterSave']);
  const saves = oneOf(xml, 'recordTriggerType', ['Create', 'Update', 'CreateAndUpdate']);
  const expression = textOf(xml.element, 'filterFormula');
  const criteria = readFilters(xml);
  if (expression && criteria) throw flowError(xml, 'either <filterFormula> or <filters>');
  return {
    object: required(xml, 'object'),
    timing: trigger === 'RecordBeforeSave' ? 'before' : 'after',
    events: { create: saves !== 'Update', update: saves !== 'Create' },
    ...present({
      criteria,
      formula: expression ? readFormula(xml, expression) : undefined,
      connector: target(xml, 'connector'),
    }),
    requiresChange: isTrue(xml, 'doesRequireRecordChangedToMeetCriteria'),
    scheduledPaths: all(xml, 'scheduledPaths').map(readScheduledPath),
  };
}

function readScheduledPath(xml: FlowXml): ScheduledPath {
  refuseUnknown(xml, ['connector', 'offsetNumber', 'offsetUnit', 'pathType', 'recordField', 'timeSource']);
  const connector = target(xml, 'connector');
  if (!connector) throw flowError(xml, '<connector> is missing');
  const name = textOf(xml.element, 'name') ?? 'Run_Asynchronously';
  if (textOf(xml.element, 'pathType') !== undefined) {
    oneOf(xml, 'pathType', ['AsyncAfterCommit']);
    return { name, connector, timing: { kind: 'async' } };
  }
  const unit = oneOf(xml, 'offsetUnit', ['Minutes', 'Hours', 'Days', 'Weeks', 'Months']);
  const offset = Number(required(xml, 'offsetNumber'));
  const source = oneOf(xml, 'timeSource', ['RecordField', 'RecordTriggerEvent']);
  const field = source === 'RecordField' ? required(xml, 'recordField') : undefined;
  const months = unit === 'Months' ? offset : 0;
  return { name, connector, timing: { kind: 'timed', minutes: offset * MINUTES[unit], months, ...present({ field }) } };
}
