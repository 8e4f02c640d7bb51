import { createInterface } from 'node:readline/promises';
import { Problem } from '../problem.ts';
import { say } from '../say.ts';
import type { Finding, Setup, SetupStep } from './setup-step.ts';

/**
 * Goes through the steps in order: looks, does what it can, says what a person has to do, and looks again.
 * With a person at the keyboard it waits for them. @returns the titles of what is still open.
 */
export async function walkThrough(steps: SetupStep[], setup: Setup): Promise<string[]> {
  const open: string[] = [];
  for (const [index, step] of steps.entries()) {
    say(`\n${index + 1}. ${step.title}`);
    const finding = await settle(step, setup);
    if (finding.state === 'done') say('   done');
    else open.push(step.title);
  }
  return open;
}

async function settle(step: SetupStep, setup: Setup): Promise<Finding> {
  let finding = await look(step, setup);
  if (finding.state !== 'done' && step.mend && !setup.options.checkOnly) {
    await step.mend(setup);
    finding = await look(step, setup);
  }
  while (finding.state !== 'done') {
    say(`   ${finding.state === 'open' ? 'to do' : 'please look'}: ${finding.words}`);
    const answer = await wait(setup);
    if (answer === 'on') return finding;
    if (finding.state === 'unsure') return { state: 'done' };
    finding = await look(step, setup);
  }
  return finding;
}

/** A step that cannot be looked at is no reason to stop. */
async function look(step: SetupStep, setup: Setup): Promise<Finding> {
  try {
    return await step.check(setup);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { state: 'unsure', words: `this could not be checked: ${error.message}` };
  }
}

async function wait({ options }: Setup): Promise<'again' | 'on'> {
  if (options.checkOnly || !process.stdin.isTTY) return 'on';
  const keyboard = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await keyboard.question('   Press Enter when it is done, or type s and Enter to skip it: ');
  keyboard.close();
  return answer.trim().toLowerCase() === 's' ? 'on' : 'again';
}
