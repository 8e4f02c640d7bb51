import type { SObject, Transaction } from '../model.ts';
import type { FlowDefinition, ScheduledPath } from './flow-definition.ts';
import { createInterview, type Interview } from './interview.ts';
import { meetsStart } from './meets-criteria.ts';
import { runInterview } from './run-interview.ts';
import type { FlowServices } from './services.ts';

/** A timed path waiting for its time. */
export interface PendingPath {
  flow: string;
  path: string;
  recordId: string;
  due: Date;
}

interface PathRun {
  flow: FlowDefinition;
  path: ScheduledPath;
  recordId: string;
  prior: Readonly<SObject> | null;
}

/** Timed paths by flow, path and record; handed on from one engine to the next, so that they survive a deployment. */
export type WaitingPaths = Map<string, PathRun & { due: Date }>;

/**
 * Keeps what flows do after the commit. A record saved again moves its timed path; a time already past is not kept; at its time a path is dropped when the
 * record is gone or no longer meets the entry conditions. A path that fails writes nothing and is reported.
 */
export function createScheduledPaths(services: FlowServices, waiting: WaitingPaths = new Map()) {
  function note({ flow, transaction, record, prior }: Interview): void {
    for (const path of flow.start.scheduledPaths) {
      const run = { flow, path, recordId: String(record.row?.Id), prior: prior && { ...prior } };
      const due = dueTime(path, record.row ?? {}, transaction.now);
      transaction.afterCommit((later) => {
        if (path.timing.kind === 'async') runPath(later, run, services);
        else if (due && due >= transaction.now)
          waiting.set(`${flow.name} ${path.name} ${run.recordId}`, { ...run, due });
      });
    }
  }

  function runDue(now: Date): number {
    const due = [...waiting].filter(([, run]) => run.due <= now).sort(([, one], [, other]) => +one.due - +other.due);
    for (const [key, run] of due) {
      waiting.delete(key);
      services.transact((transaction) => runPath(transaction, run, services));
    }
    return due.length;
  }

  function pending(): PendingPath[] {
    const paths = [...waiting.values()].sort((one, other) => +one.due - +other.due);
    return paths.map(({ flow, path, recordId, due }) => ({ flow: flow.name, path: path.name, recordId, due }));
  }

  return { note, runDue, pending, clear: () => waiting.clear() };
}

function runPath(transaction: Transaction, { flow, path, recordId, prior }: PathRun, services: FlowServices): void {
  const row = transaction.read(flow.start.object, recordId);
  if (!row) return;
  const undo = transaction.savepoint();
  try {
    const interview = createInterview(flow, { row: { ...row }, prior }, { transaction, services });
    if (path.timing.kind === 'timed' && !meetsStart(interview)) return;
    runInterview(interview, path.connector);
  } catch (error) {
    undo();
    const message = error instanceof Error ? error.message : String(error);
    services.interviewFailed({ flow: flow.name, path: path.name, recordId, message });
  }
}

function dueTime({ timing }: ScheduledPath, row: SObject, now: Date): Date | undefined {
  if (timing.kind === 'async') return undefined;
  const base = timing.field === undefined ? now.toISOString() : row[timing.field];
  if (typeof base !== 'string') return undefined;
  const due = new Date(base);
  due.setUTCMonth(due.getUTCMonth() + timing.months);
  return new Date(due.getTime() + timing.minutes * 60_000);
}
