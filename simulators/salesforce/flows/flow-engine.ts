import type { Automation, RecordChange, SaveError, Transaction } from '../model.ts';
import { checkFlowAgainstOrg } from './check-against-org.ts';
import type { FlowDefinition } from './flow-definition.ts';
import { saveErrorFrom } from './flow-fault.ts';
import { createInterview, type Trigger } from './interview.ts';
import { entersFlow } from './meets-criteria.ts';
import { runInterview } from './run-interview.ts';
import { createScheduledPaths, type PendingPath, type WaitingPaths } from './scheduled-paths.ts';
import type { FlowServices } from './services.ts';

/** How deep saves may set off saves, as on the platform. */
const DEEPEST = 16;

/** Runs flows, and the paths they left for later. */
export interface FlowEngine extends Automation {
  /** Timed paths waiting for their time, soonest first. */
  pending(): PendingPath[];
  /** Runs every timed path due by then; how many. */
  runDue(now: Date): number;
  /** Forgets every timed path. */
  clear(): void;
}

interface FlowEngineOptions {
  flows: FlowDefinition[];
  services: FlowServices;
  /** The timed paths an earlier engine left; they run as they were when they were noted. */
  waiting?: WaitingPaths;
}

/**
 * Executes the active flows, by trigger order, then name; all flows of one row, then the next row. What the flows of a
 * refused row wrote is the database's to take back. A flow is not entered again for a row it is running for; saves nest 16 deep at most.
 * @throws Error naming flow and place when a flow names something the org does not have.
 */
export function createFlowEngine({ flows, services, waiting }: FlowEngineOptions): FlowEngine {
  flows.forEach((flow) => checkFlowAgainstOrg(flow, services));
  const active = flows.filter((flow) => flow.isActive).sort(byOrder);
  const scheduled = createScheduledPaths(services, waiting);
  const running = new Set<string>();
  let depth = 0;

  function runFlow(transaction: Transaction, flow: FlowDefinition, trigger: Trigger): void {
    const key = `${flow.name} ${String(trigger.row.Id)}`;
    if (typeof trigger.row.Id === 'string' && running.has(key)) return;
    running.add(key);
    try {
      const interview = createInterview(flow, trigger, { transaction, services });
      if (!entersFlow(interview)) return;
      scheduled.note(interview);
      if (flow.start.connector !== undefined) runInterview(interview, flow.start.connector);
    } finally {
      running.delete(key);
    }
  }

  function runFlows(transaction: Transaction, change: RecordChange, timing: 'before' | 'after'): SaveError | undefined {
    for (const flow of active) {
      if (flow.start.object !== change.object || flow.start.timing !== timing) continue;
      const row = timing === 'before' ? change.record : { ...change.record };
      try {
        runFlow(transaction, flow, { row, prior: change.prior });
      } catch (error) {
        return saveErrorFrom(error, flow.label);
      }
    }
    return undefined;
  }

  function runAll(transaction: Transaction, changes: RecordChange[], timing: 'before' | 'after') {
    if (depth >= DEEPEST)
      return changes.map(() => saveErrorFrom(new Error('Maximum trigger depth exceeded'), 'record-triggered'));
    depth += 1;
    try {
      return changes.map((change) => runFlows(transaction, change, timing));
    } finally {
      depth -= 1;
    }
  }

  return {
    beforeSave: (transaction, changes) => runAll(transaction, changes, 'before'),
    afterSave: (transaction, changes) => runAll(transaction, changes, 'after'),
    pending: scheduled.pending,
    runDue: scheduled.runDue,
    clear: scheduled.clear,
  };
}

function byOrder(one: FlowDefinition, other: FlowDefinition): number {
  return (one.triggerOrder ?? Infinity) - (other.triggerOrder ?? Infinity) || (one.name < other.name ? -1 : 1);
}
