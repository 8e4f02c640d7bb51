import type { Transaction } from '../../save-model.ts';
import type { FlowDefinition } from '../flow-definition.ts';
import type { FlowValue } from '../flow-value.ts';
import { inSystemMode, type Interview, type InterviewContext } from '../interview.ts';
import { runInterview } from '../run-interview.ts';
import { plainOutputs, screenView, type InterviewView } from './interview-view.ts';
import type { ScreenNode } from './screen-node.ts';
import { enterScreen, showFields } from './show-screen.ts';
import { takeAnswers, type Answers } from './take-answers.ts';

const STOPPED =
  'An unhandled fault has occurred in this flow. An unhandled fault has occurred while processing the flow. Please contact your system administrator for more information.';

/** A screen flow somebody is in the middle of. */
export interface OpenInterview {
  readonly id: string;
  readonly userId: string;
  interview: Interview;
  /** Where it waits; undefined when it is over. */
  screen: ScreenNode | undefined;
  /** Screens gone through, with the loops that were running there. */
  readonly visited: { screen: ScreenNode; loops: Map<string, FlowValue[]> }[];
  view: InterviewView;
}

/** Where a step led; with problems the screen stays. */
interface Outcome {
  screen: ScreenNode | undefined;
  problems?: ReadonlyMap<string, string>;
  entered?: Answers;
}

type Context = Pick<InterviewContext, 'services' | 'runtime'>;

/** The surroundings of a screen flow: the user's own rights, unless it is said to run without regard to them. */
export function contextOf(transaction: Transaction, flow: FlowDefinition, context: Context): InterviewContext {
  const system = inSystemMode(transaction, context);
  return flow.runsInSystemMode ? system : { ...system, rows: context.services.rowsOf(transaction), isUserMode: true };
}

/** Runs one step as one transaction: a fault nobody catches takes back this step alone, and ends the flow. */
export function takeStep(open: OpenInterview, context: Context, work: (interview: Interview) => Outcome): void {
  const { id, userId } = open;
  const { flow } = open.interview;
  const base = { id, flow: flow.name, label: flow.label };
  try {
    context.services.transact(userId, (transaction) => {
      open.interview = { ...open.interview, ...contextOf(transaction, flow, context) };
      const outcome = work(open.interview);
      open.view = { ...base, ...viewOf(open, outcome) };
      open.screen = outcome.screen;
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    open.screen = undefined;
    open.view = { ...base, status: 'ERROR', message: STOPPED };
    context.services.interviewFailed({ flow: flow.name, path: 'Screen', recordId: '', message });
  }
}

/** Keeps what was entered and runs on to the next screen; stays when something entered is wrong. */
export function goOn(open: OpenInterview, screen: ScreenNode, entered: Answers): (interview: Interview) => Outcome {
  return (interview) => {
    const problems = takeAnswers(interview, showFields(interview, screen), entered);
    if (problems.size > 0) return { screen, problems, entered };
    open.visited.push({ screen, loops: new Map(interview.loops) });
    return { screen: screen.connector === undefined ? undefined : runInterview(interview, screen.connector) };
  };
}

/** Back to the screen before. What was entered is kept as far as it is right; what elements did stays done. */
export function goBack(open: OpenInterview, screen: ScreenNode, entered: Answers): (interview: Interview) => Outcome {
  return (interview) => {
    takeAnswers(interview, showFields(interview, screen), entered);
    const before = open.visited.pop();
    interview.loops.clear();
    for (const [name, rest] of before?.loops ?? []) interview.loops.set(name, rest);
    return { screen: before?.screen };
  };
}

function viewOf({ interview, visited }: OpenInterview, { screen, problems, entered = {} }: Outcome) {
  if (!screen) return { status: 'FINISHED' as const, outputs: plainOutputs(interview) };
  if (!problems) enterScreen(interview, screen);
  const state = { screen, canGoBack: visited.length > 0, problems: problems ?? new Map<string, string>(), entered };
  return { status: 'STARTED' as const, screen: screenView(interview, state) };
}
