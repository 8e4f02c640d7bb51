import { randomUUID } from 'node:crypto';
import type { RunningUser } from '../../model.ts';
import { beginInterview } from '../begin-interview.ts';
import { createInterview, type InterviewContext } from '../interview.ts';
import { runInterview } from '../run-interview.ts';
import { inputValues } from './input-values.ts';
import type { FlowAction, InterviewView } from './interview-view.ts';
import { contextOf, goBack, goOn, takeStep, type OpenInterview } from './open-interview.ts';
import { ScreenFlowError } from './screen-flow-error.ts';
import type { Answers } from './take-answers.ts';

/** What a user does on a screen. */
export interface ScreenStep {
  action: FlowAction;
  answers?: Answers;
}

/** Screen flows that users are in the middle of. */
export interface ScreenInterviews {
  /** Starts an active screen flow; `inputs` are its input variables. @throws ScreenFlowError for an unknown flow or input. */
  startInterview(user: RunningUser, flow: string, inputs?: Readonly<Record<string, unknown>>): InterviewView;
  /** What the user sees now. @throws ScreenFlowError when the user has no such interview. */
  view(user: RunningUser, id: string): InterviewView;
  /** Takes what was entered and goes on or back; going back checks nothing. @throws ScreenFlowError */
  next(user: RunningUser, id: string, step: ScreenStep): InterviewView;
  clear(): void;
}

/** No interview yet. */
export function createScreenInterviews(context: Pick<InterviewContext, 'services' | 'runtime'>): ScreenInterviews {
  const all = new Map<string, OpenInterview>();

  const find = (user: RunningUser, id: string): OpenInterview => {
    const open = all.get(id);
    if (open?.userId === user.id) return open;
    throw new ScreenFlowError(`${user.username} has no interview ${id}`);
  };

  return {
    startInterview(user, name, inputs = {}) {
      const flow = context.runtime.findFlow(name);
      if (!flow?.isScreenFlow) throw new ScreenFlowError(`${name} is no active screen flow`);
      const values = inputValues(flow, inputs);
      const id = randomUUID();
      const interview = context.services.transact(user.id, (transaction) =>
        createInterview(flow, undefined, contextOf(transaction, flow, context)),
      );
      const view = { id, flow: name, label: flow.label, status: 'FINISHED' as const };
      const open: OpenInterview = { id, userId: user.id, interview, screen: undefined, visited: [], view };
      takeStep(open, context, (fresh) => {
        beginInterview(fresh, values);
        const { connector } = flow.start;
        return { screen: connector === undefined ? undefined : runInterview(fresh, connector) };
      });
      all.set(id, open);
      return open.view;
    },
    view: (user, id) => find(user, id).view,
    next(user, id, { action, answers = {} }) {
      const open = find(user, id);
      const { screen } = open;
      if (!screen || !open.view.screen?.actions.includes(action))
        throw new ScreenFlowError(`action not available for interview: ${action}`);
      takeStep(open, context, (action === 'BACK' ? goBack : goOn)(open, screen, answers));
      return open.view;
    },
    clear: () => all.clear(),
  };
}
