import type { Automation, RecordChange, SaveError, Transaction } from '../save-model.ts';
import { beginInterview } from './begin-interview.ts';
import { checkFlowAgainstOrg } from './check-against-org.ts';
import type { FlowDefinition, RecordStart } from './flow-definition.ts';
import { saveErrorFrom } from './flow-fault.ts';
import { checkFaultPlaces, createFlowTrace, type FlowTrace } from './flow-trace.ts';
import { createInterview, inSystemMode, type Trigger } from './interview.ts';
import { entersFlow } from './meets-criteria.ts';
import { runInterview } from './run-interview.ts';
import { createScheduledPaths, type PendingPath, type WaitingPaths } from './scheduled-paths.ts';
import { createScheduledFlows, runFlow as runScheduledFlow, type ScheduledRun } from './schedules/scheduled-flows.ts';
import { createScreenInterviews, type ScreenInterviews } from './screens/screen-interviews.ts';
import type { FlowServices } from './services.ts';

/** How deep saves may set off saves, as on the platform. */
const DEEPEST = 16;

/** Runs flows, and what they left for later. */
export interface FlowEngine extends Automation {
  /** Timed paths waiting for their time, soonest first. */
  pending(): PendingPath[];
  /** When scheduled flows run next. */
  schedule(): { flow: string; due: Date }[];
  /** Runs every timed path and scheduled flow due by then; how many interviews. */
  runDue(now: Date): number;
  /** Runs a scheduled flow now, whatever its schedule says. @throws Error when there is no such active flow. */
  runNow(name: string): ScheduledRun;
  /** Screen flows, with the rights of the user each one asks. */
  readonly screens: ScreenInterviews;
  /** Makes elements fail each time: `Flow.Element` → what Salesforce says. @throws Error naming one that cannot. */
  failAt(faults: Record<string, string>): void;
  /** Forgets timed paths, open screen flows and told faults. */
  clear(): void;
}

interface FlowEngineOptions {
  flows: FlowDefinition[];
  services: FlowServices;
  /** The timed paths an earlier engine left. */
  waiting?: WaitingPaths;
  trace?: FlowTrace;
}

/**
 * Executes the active flows, by trigger order, then name: each for all rows of a batch, then the next one. What the flows
 * of a refused row wrote is the database's to take back. A flow is not entered again for a row it is running for; saves
 * nest 16 deep at most. @throws Error naming flow and place when a flow names something the org does not have.
 */
export function createFlowEngine(options: FlowEngineOptions): FlowEngine {
  const { flows, services, waiting = new Map(), trace = createFlowTrace() } = options;
  flows.forEach((flow) => checkFlowAgainstOrg(flow, services));
  const active = flows.filter((flow) => flow.isActive).sort(byOrder);
  const runtime = { ...trace, findFlow: (name: string) => active.find((flow) => flow.name === name) };
  const context = { services, runtime };
  const paths = createScheduledPaths({ flows, waiting }, context);
  const scheduled = createScheduledFlows(flows, context);
  const screens = createScreenInterviews(context);
  const running = new Set<string>();
  let depth = 0;

  function runFlow(transaction: Transaction, flow: FlowDefinition, trigger: Trigger): void {
    const key = `${flow.name} ${String(trigger.row.Id)}`;
    if (typeof trigger.row.Id === 'string' && running.has(key)) return;
    running.add(key);
    try {
      const interview = createInterview(flow, trigger, inSystemMode(transaction, context));
      if (!entersFlow(interview)) return paths.reconsider(interview);
      paths.enter(interview);
      if (flow.start.connector === undefined) return;
      beginInterview(interview);
      runInterview(interview, flow.start.connector);
    } finally {
      running.delete(key);
    }
  }

  function runRow(transaction: Transaction, flow: FlowDefinition, change: RecordChange): SaveError | undefined {
    const isBefore = flow.start.kind === 'record' && flow.start.timing === 'before';
    try {
      runFlow(transaction, flow, { row: isBefore ? change.record : { ...change.record }, prior: change.prior });
      return undefined;
    } catch (error) {
      return saveErrorFrom(error, flow.label);
    }
  }

  function runAll(transaction: Transaction, changes: RecordChange[], timing: RecordStart['timing']) {
    if (depth >= DEEPEST)
      return changes.map(() => saveErrorFrom(new Error('Maximum trigger depth exceeded'), 'record-triggered'));
    const errors = changes.map((): SaveError | undefined => undefined);
    depth += 1;
    try {
      for (const flow of active.filter(({ start }) => start.kind === 'record' && start.timing === timing)) {
        changes.forEach((change, index) => {
          if (errors[index] || !isOf(flow, change)) return;
          errors[index] = runRow(transaction, flow, change);
        });
      }
    } finally {
      depth -= 1;
    }
    return errors;
  }

  return {
    beforeSave: (transaction, changes) => runAll(transaction, changes, 'before'),
    afterSave: (transaction, changes) => runAll(transaction, changes, 'after'),
    beforeDelete: (transaction, changes) => runAll(transaction, changes, 'delete'),
    pending: paths.pending,
    schedule: scheduled.pending,
    runDue: (now) => paths.runDue(now) + scheduled.runDue(now),
    runNow(name) {
      const flow = runtime.findFlow(name);
      if (flow?.start.kind !== 'schedule') throw new Error(`${name} is no active scheduled flow`);
      return runScheduledFlow(flow, context);
    },
    screens,
    failAt(faults) {
      checkFaultPlaces(flows, Object.keys(faults));
      trace.failAt(new Map(Object.entries(faults)));
    },
    clear() {
      paths.clear();
      scheduled.clear();
      screens.clear();
      trace.failAt(new Map());
    },
  };
}

function isOf({ start }: FlowDefinition, { object }: RecordChange): boolean {
  return start.kind === 'record' && start.object === object;
}

function byOrder(one: FlowDefinition, other: FlowDefinition): number {
  return (one.triggerOrder ?? Infinity) - (other.triggerOrder ?? Infinity) || (one.name < other.name ? -1 : 1);
}
