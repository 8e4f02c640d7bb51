import type { Clock } from './clock.ts';

/** Seconds in a simulated day. */
export const DAY_SECONDS = 86_400;

/** Time as the simulator lives it: stamps come from the clock as it is, durations are divided by the time scale. */
export interface Timeline {
  now(): Date;
  /** Now as Checkr writes it: ISO 8601, UTC, whole seconds. */
  stamp(): string;
  /** Runs `run` once after that many simulated seconds; the answer calls it off. */
  after(seconds: number, run: () => void): () => void;
  /** Simulated seconds gone by since that stamp. */
  secondsSince(stamp: string): number;
  /** Calls off all that is waiting. */
  clear(): void;
}

/** Checkr's spelling of a moment: ISO 8601, UTC, whole seconds. */
export function stampOf(moment: Date): string {
  return moment.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** Builds the timeline; a `timeScale` of 60 lets one real second stand for a simulated minute. */
export function createTimeline(clock: Clock, timeScale: number): Timeline {
  const waiting = new Set<() => void>();
  const now = (): Date => new Date(clock.now());
  return {
    now,
    stamp: () => stampOf(now()),
    secondsSince: (stamp) => ((clock.now() - Date.parse(stamp)) / 1000) * timeScale,
    after: (seconds, run) => {
      const stop = clock.schedule((seconds * 1000) / timeScale, () => {
        waiting.delete(callOff);
        run();
      });
      const callOff = (): void => {
        waiting.delete(callOff);
        stop();
      };
      waiting.add(callOff);
      return callOff;
    },
    clear: () => {
      for (const callOff of [...waiting]) callOff();
    },
  };
}
