import { textOf } from '../metadata/xml.ts';
import type { FlowStart, RecordStart, ScheduledPath, ScheduleStart } from './flow-definition.ts';
import { all, flowError, isTrue, oneOf, present, refuseUnknown, required, target, type FlowXml } from './flow-xml.ts';
import { readFilters, readFormula } from './read-values.ts';
import { readSchedule } from './schedules/schedule.ts';

const MINUTES = { Minutes: 1, Hours: 60, Days: 24 * 60, Weeks: 7 * 24 * 60, Months: 0 };
const LARGEST_BATCH = 200;

/** When a flow runs; without a trigger, when it is started. @throws Error naming a trigger the simulated org does not have. */
export function readStart(xml: FlowXml): FlowStart {
  if (textOf(xml.element, 'triggerType') === undefined) {
    refuseUnknown(xml, ['connector']);
    return { kind: 'launch', ...connectorOf(xml) };
  }
  const trigger = oneOf(xml, 'triggerType', ['RecordBeforeSave', 'RecordAfterSave', 'RecordBeforeDelete', 'Scheduled']);
  if (trigger === 'RecordBeforeDelete') return readDeleteStart(xml);
  return trigger === 'Scheduled' ? readScheduleStart(xml) : readRecordStart(xml, trigger);
}

/** A delete counts as a change of a record that was there before. */
function readDeleteStart(xml: FlowXml): RecordStart {
  refuseUnknown(xml, [
    'connector',
    'filterFormula',
    'filterLogic',
    'filters',
    'object',
    'recordTriggerType',
    'triggerType',
  ]);
  oneOf(xml, 'recordTriggerType', ['Delete']);
  return { ...entryOf(xml), timing: 'delete', events: { create: false, update: true } };
}

function readRecordStart(xml: FlowXml, trigger: 'RecordBeforeSave' | 'RecordAfterSave'): RecordStart {
  const entry = ['doesRequireRecordChangedToMeetCriteria', 'filterFormula', 'filterLogic', 'filters'];
  refuseUnknown(xml, [...entry, 'connector', 'object', 'recordTriggerType', 'scheduledPaths', 'triggerType']);
  const saves = oneOf(xml, 'recordTriggerType', ['Create', 'Update', 'CreateAndUpdate']);
  return {
    ...entryOf(xml),
    timing: trigger === 'RecordBeforeSave' ? 'before' : 'after',
    events: { create: saves !== 'Update', update: saves !== 'Create' },
    requiresChange: isTrue(xml, 'doesRequireRecordChangedToMeetCriteria'),
    scheduledPaths: all(xml, 'scheduledPaths').map(readScheduledPath),
  };
}

/** Which records enter, and where they go first. */
function entryOf(xml: FlowXml) {
  const expression = textOf(xml.element, 'filterFormula');
  const criteria = readFilters(xml);
  if (expression && criteria) throw flowError(xml, 'either <filterFormula> or <filters>');
  return {
    kind: 'record' as const,
    object: required(xml, 'object'),
    ...present({ criteria, formula: expression ? readFormula(xml, expression) : undefined }),
    ...connectorOf(xml),
    requiresChange: false,
    scheduledPaths: [],
  };
}

function readScheduleStart(xml: FlowXml): ScheduleStart {
  refuseUnknown(xml, ['connector', 'filterLogic', 'filters', 'object', 'schedule', 'triggerType']);
  const [schedule] = all(xml, 'schedule');
  if (!schedule) throw flowError(xml, '<schedule> is missing');
  const [object, criteria] = [textOf(xml.element, 'object'), readFilters(xml)];
  if (criteria && object === undefined) throw flowError(xml, '<filters> need an <object>');
  return {
    kind: 'schedule',
    schedule: readSchedule(schedule),
    ...present({ object, criteria }),
    ...connectorOf(xml),
  };
}

function connectorOf(xml: FlowXml) {
  return present({ connector: target(xml, 'connector') });
}

function readScheduledPath(xml: FlowXml): ScheduledPath {
  const timed = ['maxBatchSize', 'offsetNumber', 'offsetUnit', 'recordField', 'timeSource'];
  refuseUnknown(xml, ['connector', 'pathType', ...timed]);
  const connector = target(xml, 'connector');
  if (!connector) throw flowError(xml, '<connector> is missing');
  const name = textOf(xml.element, 'name') ?? 'Run_Asynchronously';
  if (textOf(xml.element, 'pathType') !== undefined) {
    oneOf(xml, 'pathType', ['AsyncAfterCommit']);
    return { name, connector, timing: { kind: 'async' } };
  }
  return { name, connector, timing: readTiming(xml), ...present({ batchSize: readBatchSize(xml) }) };
}

function readTiming(xml: FlowXml): ScheduledPath['timing'] {
  const unit = oneOf(xml, 'offsetUnit', ['Minutes', 'Hours', 'Days', 'Weeks', 'Months']);
  const offset = Number(required(xml, 'offsetNumber'));
  if (!Number.isInteger(offset)) throw flowError(xml, '<offsetNumber> is no whole number');
  const source = oneOf(xml, 'timeSource', ['RecordField', 'RecordTriggerEvent']);
  if (source === 'RecordTriggerEvent' && offset < 0)
    throw flowError(xml, '<offsetNumber> before the event is in the past');
  const field = source === 'RecordField' ? required(xml, 'recordField') : undefined;
  const months = unit === 'Months' ? offset : 0;
  return { kind: 'timed', minutes: offset * MINUTES[unit], months, ...present({ field }) };
}

function readBatchSize(xml: FlowXml): number | undefined {
  const text = textOf(xml.element, 'maxBatchSize');
  if (text === undefined) return undefined;
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_BATCH)
    throw flowError(xml, `maxBatchSize ${text} is not between 1 and ${LARGEST_BATCH}`);
  return size;
}
