import { Problem, wordsFor } from '../problem.ts';
import { say, seconds, withTicker } from '../say.ts';

/** Runs one step of a story and tells how long it took. @throws Problem naming the step and what was seen instead. */
export type RunStep = <T>(what: string, work: () => Promise<T>) => Promise<T>;

/** Steps that are printed as they are done, each after its duration. */
export function createSteps(): RunStep {
  return async (what, work) => {
    const started = performance.now();
    try {
      const result = await withTicker(work(), 10_000);
      say(`${seconds(performance.now() - started).padStart(8)}  ${what}`);
      return result;
    } catch (error) {
      const took = seconds(performance.now() - started);
      throw new Problem(`Did not happen after ${took}\n  expected: ${what}\n  seen:     ${firstLine(error)}`);
    }
  };
}

/** A browser's error goes on with a log of its tries; its first line says what it waited for. */
function firstLine(error: unknown): string {
  const isBrowsers = error instanceof Error && error.name === 'TimeoutError';
  return isBrowsers ? (error.message.split('\n')[0] ?? '') : wordsFor(error);
}
