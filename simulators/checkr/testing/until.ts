import { setTimeout as sleep } from 'node:timers/promises';

const DEADLINE_MS = 10_000;

/** Asks again and again until the answer is not undefined. @throws Error naming `what` after ten seconds. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadlineMs = Date.now() + DEADLINE_MS;
  while (Date.now() < deadlineMs) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(5);
  }
  throw new Error(`Waited ten seconds for ${what}`);
}
