import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from './problem.ts';

export interface PollOptions {
  /** What is waited for, as the sentence of the failure says it: `the packages`. */
  what: string;
  deadlineMs: number;
  everyMs?: number;
}

/**
 * Asks again until there is an answer other than undefined, null or false.
 * @throws Problem when the deadline passes; what `read` throws is thrown on.
 */
export async function pollUntil<T>(
  read: () => Promise<T | undefined | null | false>,
  { what, deadlineMs, everyMs = 100 }: PollOptions,
): Promise<T> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const answer = await read();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (performance.now() > end) throw new Problem(`Waited ${deadlineMs / 1000} s in vain for ${what}.`);
    await wait(everyMs);
  }
}
