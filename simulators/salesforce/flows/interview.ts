import type { SObject } from '../model.ts';
import type { Transaction } from '../save-model.ts';
import type { FlowDefinition } from './flow-definition.ts';
import type { FlowRuntime } from './flow-runtime.ts';
import { recordOf, single, type FlowRecord, type FlowValue } from './flow-value.ts';
import type { FlowRows, FlowServices } from './services.ts';

/** What surrounds a run. */
export interface InterviewContext {
  readonly transaction: Transaction;
  /** The rows as this run may see and change them: all of them, or with the rights of its user. */
  readonly rows: FlowRows;
  /** Runs with the rights of its user. */
  readonly isUserMode: boolean;
  readonly services: FlowServices;
  readonly runtime: FlowRuntime;
  /** How many flows it is a subflow of. */
  readonly depth: number;
}

/** One run of a flow: for one record, for a user, or as a subflow. */
export interface Interview extends InterviewContext {
  readonly flow: FlowDefinition;
  /** `$Record`. Before the save it is the row on its way into the database, changed in place. */
  readonly record: FlowRecord | undefined;
  /** `$Record__Prior`. */
  readonly prior: Readonly<SObject> | null;
  /** Variables, and what elements gave. */
  readonly values: Map<string, FlowValue>;
  /** Running loops by element: what is still to come. */
  readonly loops: Map<string, FlowValue[]>;
  faultMessage: string | null;
}

/** The row that set a flow off. */
export interface Trigger {
  row: SObject;
  prior: Readonly<SObject> | null;
}

/** The surroundings of a run that may see and change every row. */
export function inSystemMode(
  transaction: Transaction,
  { services, runtime }: Pick<InterviewContext, 'services' | 'runtime'>,
): InterviewContext {
  return { transaction, rows: transaction, isUserMode: false, services, runtime, depth: 0 };
}

/** A fresh interview; variables hold nothing yet but their kind. */
export function createInterview(
  flow: FlowDefinition,
  trigger: Trigger | undefined,
  { transaction, rows, isUserMode, services, runtime, depth }: InterviewContext,
): Interview {
  const values = new Map<string, FlowValue>();
  for (const [name, resource] of flow.resources) {
    if (resource.kind !== 'variable' && resource.kind !== 'recordVariable') continue;
    if (resource.isCollection) values.set(name, { kind: 'collection', items: [] });
    else if (resource.kind === 'recordVariable')
      values.set(name, { kind: 'record', record: recordOf(resource.object, {}) });
    else values.set(name, single(resource.type, resource.type === 'Checkbox' ? false : null));
  }
  const object = flow.start.kind === 'launch' ? undefined : flow.start.object;
  const record = trigger && object !== undefined ? recordOf(object, trigger.row) : undefined;
  const context = { transaction, rows, isUserMode, services, runtime, depth };
  return { ...context, flow, record, prior: trigger?.prior ?? null, values, loops: new Map(), faultMessage: null };
}
