import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pollUntil } from '../../../scripts/lib/poll-until.ts';
import type { Program } from '../../../scripts/lib/start-program.ts';

const HOOK = new URL('./hook.ts', import.meta.url).href;

/** A point of a job, and which time it is reached that is meant, from 1. */
export interface KillPoint {
  point: string;
  occurrence: number;
}

/** A process of the connector that can be told to die, and one after it that carries on. */
export interface MortalProgram {
  /** From now on points are written down; at `kill` it dies, with null never. */
  count(kill: KillPoint | null): Promise<void>;
  /** From now on it may live; whether it does. */
  spare(): Promise<boolean>;
  /** Resolves when it has died. */
  died: () => Promise<void>;
  /** What was passed since `count`. */
  points(): string[];
  /** Starts the next one, where this one is dead. */
  replace(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the first one, and the next ones, by `startNext`. */
export async function startMortalProgram(
  startNext: (number: number, env: Record<string, string>) => Promise<Program>,
): Promise<MortalProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'kill-points-'));
  const orderFile = join(folder, 'order.json');
  let pointsFile = '';
  let number = 0;
  const start = (): Promise<Program> => {
    number += 1;
    return startNext(number, { KILL_ORDER: orderFile, NODE_OPTIONS: `--import ${HOOK}` });
  };
  let program = await start();
  let isDead = false;
  const watch = (): void => {
    isDead = false;
    const { failed } = program;
    failed.catch(() => (isDead = program.failed === failed));
  };
  watch();
  const lines = (): string[] => readFileSync(pointsFile, 'utf8').split('\n').filter(Boolean);
  return {
    async count(kill) {
      pointsFile = join(folder, `points-${number}-${Date.now()}`);
      writeFileSync(pointsFile, '');
      writeFileSync(orderFile, JSON.stringify({ point: null, occurrence: 0, ...kill, pointsFile }));
      process.kill(program.pid, 'SIGUSR2');
      await pollUntil(() => Promise.resolve(lines().length > 0), {
        what: 'the process to count its points',
        ...{ deadlineMs: 10_000, everyMs: 10 },
      });
    },
    died: () => program.failed.catch(() => undefined),
    points: () => lines().slice(1),
    async replace() {
      await program.stop('SIGKILL');
      program = await start();
      watch();
    },
    async spare() {
      writeFileSync(orderFile, JSON.stringify({ point: null, occurrence: 0, pointsFile: `${pointsFile}-after` }));
      if (!isDead) process.kill(program.pid, 'SIGUSR2');
      await pollUntil(() => Promise.resolve(isDead || existsSync(`${pointsFile}-after`)), {
        what: 'the process to be spared or dead',
        ...{ deadlineMs: 10_000, everyMs: 10 },
      });
      return !isDead;
    },
    stop: () => program.stop(),
  };
}
