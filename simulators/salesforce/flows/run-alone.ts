import type { SObject } from '../model.ts';
import type { Transaction } from '../save-model.ts';
import { beginInterview } from './begin-interview.ts';
import type { FlowDefinition } from './flow-definition.ts';
import { createInterview, inSystemMode, type Interview, type InterviewContext } from './interview.ts';
import { runInterview } from './run-interview.ts';

interface LonelyRun {
  flow: FlowDefinition;
  /** What it is called in failures: a path's name. */
  path: string;
  start: string | undefined;
  /** The record, when there is one. */
  row?: SObject;
  prior?: Readonly<SObject> | null;
  /** Whether it runs at all. */
  isWanted?: (interview: Interview) => boolean;
}

/**
 * Runs a flow where nobody waits for it, beside others in one transaction: when it fails it leaves nothing behind and is reported.
 * Gives whether it went well.
 */
export function runAlone(
  transaction: Transaction,
  run: LonelyRun,
  context: Pick<InterviewContext, 'services' | 'runtime'>,
): boolean {
  const { flow, path, start, row, prior = null, isWanted = () => true } = run;
  const undo = transaction.savepoint();
  try {
    const trigger = row && { row: { ...row }, prior };
    const interview = createInterview(flow, trigger, inSystemMode(transaction, context));
    if (!isWanted(interview) || start === undefined) return true;
    beginInterview(interview);
    runInterview(interview, start);
    return true;
  } catch (error) {
    undo();
    const message = error instanceof Error ? error.message : String(error);
    context.services.interviewFailed({ flow: flow.name, path, recordId: String(row?.['Id'] ?? ''), message });
    return false;
  }
}
