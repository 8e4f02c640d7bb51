import type { SalesforceOrg } from './salesforce-org.ts';
import type { SetupOptions } from './setup-options.ts';

/** How a step stands. `open` and `unsure` say in words what a person does about it. */
export type Finding = { state: 'done' } | { state: 'open'; words: string } | { state: 'unsure'; words: string };

/** What steps work with. */
export interface Setup {
  options: SetupOptions;
  org: SalesforceOrg;
}

/** One thing that has to be so in the org. */
export interface SetupStep {
  title: string;
  /** Looks, and changes nothing. */
  check(setup: Setup): Promise<Finding>;
  /** Does it; left out where Salesforce leaves it to a person. @throws Problem when it cannot. */
  mend?(setup: Setup): Promise<void>;
}

export const DONE: Finding = { state: 'done' };

/** Done, or open with these words. */
export function doneIf(isDone: boolean, words: string): Finding {
  return isDone ? DONE : { state: 'open', words };
}
