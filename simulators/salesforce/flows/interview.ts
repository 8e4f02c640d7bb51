import type { SObject, Transaction } from '../model.ts';
import type { FlowDefinition } from './flow-definition.ts';
import { recordOf, single, type FlowRecord, type FlowValue } from './flow-value.ts';
import type { FlowServices } from './services.ts';

/** One run of a flow for one record. */
export interface Interview {
  readonly flow: FlowDefinition;
  readonly transaction: Transaction;
  readonly services: FlowServices;
  /** `$Record`. Before the save it is the row on its way into the database, changed in place. */
  readonly record: FlowRecord;
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

/** A fresh interview; variables hold nothing yet but their kind. */
export function createInterview(
  flow: FlowDefinition,
  trigger: Trigger,
  { transaction, services }: { transaction: Transaction; services: FlowServices },
): Interview {
  const values = new Map<string, FlowValue>();
  for (const [name, resource] of flow.resources) {
    if (resource.kind !== 'variable' && resource.kind !== 'recordVariable') continue;
    if (resource.isCollection) values.set(name, { kind: 'collection', items: [] });
    else if (resource.kind === 'recordVariable')
      values.set(name, { kind: 'record', record: recordOf(resource.object, {}) });
    else values.set(name, single(resource.type, resource.type === 'Checkbox' ? false : null));
  }
  const record = recordOf(flow.start.object, trigger.row);
  return { flow, transaction, services, record, prior: trigger.prior, values, loops: new Map(), faultMessage: null };
}
