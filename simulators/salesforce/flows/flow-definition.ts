import type { CheckedFormula } from '../formulas/compile-formula.ts';
import type { FieldType } from '../model.ts';
import type { Criteria, ValueSource } from './flow-criteria.ts';
import type { FlowNode } from './flow-nodes.ts';
import type { Schedule } from './schedules/schedule.ts';
import type { Choice, ChoiceSet } from './screens/choice.ts';

interface VariableUse {
  isCollection: boolean;
  isInput: boolean;
  isOutput: boolean;
}

/** Something with a name a reference may start with. */
export type FlowResource =
  | (VariableUse & { kind: 'variable'; type: FieldType; initial?: ValueSource })
  | (VariableUse & { kind: 'recordVariable'; object: string })
  | { kind: 'constant'; type: FieldType; value: ValueSource }
  | { kind: 'formula'; type: FieldType; formula: CheckedFormula; scale?: number }
  | { kind: 'template'; text: string }
  | Choice
  | ChoiceSet;

/** Work after the commit: at once (`async`), or so much time after the save or a field's time. */
export interface ScheduledPath {
  name: string;
  connector: string;
  timing: { kind: 'async' } | { kind: 'timed'; minutes: number; months: number; field?: string };
  /** How many records go in one transaction; 200 when missing. */
  batchSize?: number;
}

/** Runs before or after a record is saved, or before it is deleted. */
export interface RecordStart {
  kind: 'record';
  object: string;
  timing: 'before' | 'after' | 'delete';
  events: { create: boolean; update: boolean };
  criteria?: Criteria;
  formula?: CheckedFormula;
  requiresChange: boolean;
  connector?: string;
  scheduledPaths: ScheduledPath[];
}

/** Runs at set times: once for each record of the object that fits, or once when there is no object. */
export interface ScheduleStart {
  kind: 'schedule';
  schedule: Schedule;
  object?: string;
  criteria?: Criteria;
  connector?: string;
}

/** Runs when somebody starts it: a user, or a flow it is a subflow of. */
export interface LaunchStart {
  kind: 'launch';
  connector?: string;
}

/** What sets a flow off. */
export type FlowStart = RecordStart | ScheduleStart | LaunchStart;

/** A flow, all of it understood. */
export interface FlowDefinition {
  name: string;
  label: string;
  path: string;
  isActive: boolean;
  /** Has screens, and runs with the rights of the user it asks. */
  isScreenFlow: boolean;
  /** Said to run without regard to the user's rights, whoever starts it. */
  runsInSystemMode: boolean;
  /** Missing: runs after those that have one. */
  triggerOrder?: number;
  start: FlowStart;
  nodes: Map<string, FlowNode>;
  resources: Map<string, FlowResource>;
}
