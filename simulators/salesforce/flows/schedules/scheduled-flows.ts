import type { Transaction } from '../../save-model.ts';
import type { FlowDefinition } from '../flow-definition.ts';
import { createInterview, inSystemMode, type InterviewContext } from '../interview.ts';
import { runAlone } from '../run-alone.ts';
import { findRows } from '../run-lookup.ts';
import { nextRun } from './schedule.ts';

const BATCH_SIZE = 200;

/** What became of one run. */
export interface ScheduledRun {
  interviews: number;
  failed: number;
}

type Context = Pick<InterviewContext, 'services' | 'runtime'>;

/**
 * Runs active scheduled flows at their times, as the default workflow user. Times that passed since the last look count
 * as one; times before it was created never come.
 */
export function createScheduledFlows(flows: FlowDefinition[], context: Context) {
  const scheduled = flows.filter(({ isActive, start }) => isActive && start.kind === 'schedule');
  const look = () => (scheduled.length > 0 ? context.services.now() : undefined);
  let lookedAt = look();

  function pending(): { flow: string; due: Date }[] {
    return scheduled.flatMap((flow) => {
      const due = lookedAt && nextRunOf(flow, lookedAt);
      return due ? [{ flow: flow.name, due }] : [];
    });
  }

  function runDue(now: Date): number {
    const since = lookedAt ?? now;
    lookedAt = now;
    const due = scheduled.filter((flow) => (nextRunOf(flow, since) ?? Infinity) <= now);
    return due.reduce((count, flow) => count + runFlow(flow, context).interviews, 0);
  }

  return { pending, runDue, clear: () => void (lookedAt = look()) };
}

/** Runs a scheduled flow once: an interview per record, 200 in a transaction. */
export function runFlow(flow: FlowDefinition, context: Context): ScheduledRun {
  const ids = context.services.transact(null, (transaction) => recordIds(flow, transaction, context));
  const outcomes: boolean[] = [];
  for (let start = 0; start < ids.length; start += BATCH_SIZE) {
    context.services.transact(null, (transaction) => {
      for (const id of ids.slice(start, start + BATCH_SIZE)) outcomes.push(...runOne(flow, id, transaction, context));
    });
  }
  return { interviews: outcomes.length, failed: outcomes.filter((isWell) => !isWell).length };
}

function nextRunOf({ start }: FlowDefinition, after: Date): Date | undefined {
  return start.kind === 'schedule' ? nextRun(start.schedule, after) : undefined;
}

/** A null stands for the one run without a record. */
function recordIds(flow: FlowDefinition, transaction: Transaction, context: Context): (string | null)[] {
  const { start } = flow;
  if (start.kind !== 'schedule' || start.object === undefined) return [null];
  const interview = createInterview(flow, undefined, inSystemMode(transaction, context));
  const rows = findRows(interview, start.object, start.criteria ?? { logic: 'and', conditions: [] });
  return rows.map(({ Id }) => String(Id));
}

/** Nothing for a record that is gone by now. */
function runOne(flow: FlowDefinition, id: string | null, transaction: Transaction, context: Context): boolean[] {
  const { start } = flow;
  const run = { flow, path: 'Schedule', start: start.connector };
  if (id === null || start.kind !== 'schedule') return [runAlone(transaction, run, context)];
  const row = transaction.read(start.object ?? '', id);
  return row ? [runAlone(transaction, { ...run, row }, context)] : [];
}
