import type { SObject } from '../model.ts';
import type { Transaction } from '../save-model.ts';
import type { FlowDefinition, ScheduledPath } from './flow-definition.ts';
import type { Interview, InterviewContext } from './interview.ts';
import { meetsStart } from './meets-criteria.ts';
import { dueTime } from './schedules/due-time.ts';
import { runAlone } from './run-alone.ts';

const LARGEST_BATCH = 200;

/** A timed path waiting for its time. */
export interface PendingPath {
  flow: string;
  path: string;
  recordId: string;
  due: Date;
}

/** Timed paths by flow, path and record; handed on from one engine to the next, so that they survive a deployment. */
export type WaitingPaths = Map<string, PendingPath & { userId: string; prior: Readonly<SObject> | null }>;

type Waiting = WaitingPaths extends Map<string, infer One> ? One : never;

/**
 * Keeps what flows do after the commit. A timed path moves when its field changes, or when the record enters the flow
 * again; it is dropped when the record stops meeting the entry conditions, when it is gone, or when its time is already
 * past. It runs as the newest version of its flow says, as the user whose save noted it, with every right.
 */
export function createScheduledPaths(
  { flows, waiting }: { flows: FlowDefinition[]; waiting: WaitingPaths },
  context: Pick<InterviewContext, 'services' | 'runtime'>,
) {
  function enter(interview: Interview): void {
    const { transaction, prior } = interview;
    for (const [path, key, pending] of pathsOf(interview)) {
      if (path.timing.kind === 'async') {
        const { flow } = interview;
        transaction.afterCommit((later) => runPath(later, { flow, path, recordId: pending.recordId, prior }, context));
      } else transaction.afterCommit(() => keep(key, pending, transaction.now));
    }
  }

  /** For a save that does not enter the flow. */
  function reconsider(interview: Interview): void {
    const { transaction } = interview;
    const isMet = meetsStart(interview);
    for (const [path, key, pending] of pathsOf(interview)) {
      const moves = path.timing.kind === 'timed' && path.timing.field !== undefined;
      if (path.timing.kind === 'async' || (isMet && !moves)) continue;
      transaction.afterCommit(() => {
        if (!waiting.has(key)) return;
        if (isMet) keep(key, pending, transaction.now);
        else waiting.delete(key);
      });
    }
  }

  function keep(key: string, pending: Omit<Waiting, 'due'> & { due: Date | undefined }, now: Date): void {
    const { due } = pending;
    if (due && due >= now) waiting.set(key, { ...pending, due });
    else waiting.delete(key);
  }

  function runDue(now: Date): number {
    const due = [...waiting].filter(([, run]) => run.due <= now).sort(([, one], [, other]) => +one.due - +other.due);
    due.forEach(([key]) => waiting.delete(key));
    const together = Map.groupBy(
      due.map(([, run]) => run),
      (run) => `${run.flow} ${run.path} ${run.userId}`,
    );
    for (const runs of together.values()) runTogether(runs);
    return due.length;
  }

  function runTogether(runs: Waiting[]): void {
    const [first] = runs;
    const flow = flows.find(({ name, isActive }) => isActive && name === first?.flow);
    const path = flow && pathsIn(flow).find(({ name }) => name === first?.path);
    if (!first || !flow || !path) return;
    const size = path.batchSize ?? LARGEST_BATCH;
    for (let start = 0; start < runs.length; start += size) {
      const batch = runs.slice(start, start + size);
      context.services.transact(first.userId, (transaction) =>
        batch.forEach((run) => runPath(transaction, { ...run, flow, path }, context)),
      );
    }
  }

  function pending(): PendingPath[] {
    const paths = [...waiting.values()].sort((one, other) => +one.due - +other.due);
    return paths.map(({ flow, path, recordId, due }) => ({ flow, path, recordId, due }));
  }

  return { enter, reconsider, runDue, pending, clear: () => waiting.clear() };
}

/** Each path with the key and what is kept of it. */
function pathsOf({ flow, transaction, record, prior }: Interview) {
  const row = record?.row ?? {};
  return pathsIn(flow).map((path) => {
    const recordId = String(row['Id']);
    const due = dueTime(path.timing, row, transaction.now);
    const pending = { flow: flow.name, path: path.name, recordId, userId: transaction.user.id, due };
    return [path, `${flow.name} ${path.name} ${recordId}`, { ...pending, prior: prior && { ...prior } }] as const;
  });
}

function pathsIn({ start }: FlowDefinition): ScheduledPath[] {
  return start.kind === 'record' ? start.scheduledPaths : [];
}

interface PathRun {
  flow: FlowDefinition;
  path: ScheduledPath;
  recordId: string;
  prior: Readonly<SObject> | null;
}

function runPath(
  transaction: Transaction,
  { flow, path, recordId, prior }: PathRun,
  context: Pick<InterviewContext, 'services' | 'runtime'>,
): void {
  const row = flow.start.kind === 'record' ? transaction.read(flow.start.object, recordId) : null;
  if (!row) return;
  const isWanted = (interview: Interview) => path.timing.kind === 'async' || meetsStart(interview);
  runAlone(transaction, { flow, path: path.name, start: path.connector, row, prior, isWanted }, context);
}
