import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pollUntil } from '../../../scripts/lib/poll-until.ts';
import { startWorker } from '../../../scripts/lib/start-connector.ts';
import type { Program } from '../../../scripts/lib/start-program.ts';
import type { Product } from '../harness.ts';

const HOOK = new URL('./hook.ts', import.meta.url).href;

/** A point of a job, and which time it is reached that is meant, from 1. */
export interface KillPoint {
  point: string;
  occurrence: number;
}

/** A worker that can be told to die, and one after it that carries on. */
export interface MortalWorker {
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

/** Starts the first one. One job at a time, so that the points of a job come in the same order every time. */
export async function startMortalWorker(product: Product): Promise<MortalWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'kill-points-'));
  const orderFile = join(folder, 'order.json');
  let pointsFile = '';
  let number = 0;
  const start = (): Promise<Program> => {
    number += 1;
    return startWorker(product.connectorSettings, `worker-${number}`, {
      ...{ KILL_ORDER: orderFile, NODE_OPTIONS: `--import ${HOOK}`, WORKER_CONCURRENCY: '1' },
    });
  };
  let worker = await start();
  let isDead = false;
  const watch = (): void => {
    isDead = false;
    const { failed } = worker;
    failed.catch(() => (isDead = worker.failed === failed));
  };
  watch();
  const lines = (): string[] => readFileSync(pointsFile, 'utf8').split('\n').filter(Boolean);
  return {
    async count(kill) {
      pointsFile = join(folder, `points-${number}-${Date.now()}`);
      writeFileSync(pointsFile, '');
      writeFileSync(orderFile, JSON.stringify({ point: null, occurrence: 0, ...kill, pointsFile }));
      process.kill(worker.pid, 'SIGUSR2');
      await pollUntil(() => Promise.resolve(lines().length > 0), {
        what: 'the worker to count its points',
        ...{ deadlineMs: 10_000, everyMs: 10 },
      });
    },
    died: () => worker.failed.catch(() => undefined),
    points: () => lines().slice(1),
    async replace() {
      await worker.stop('SIGKILL');
      worker = await start();
      watch();
    },
    async spare() {
      writeFileSync(orderFile, JSON.stringify({ point: null, occurrence: 0, pointsFile: `${pointsFile}-after` }));
      if (!isDead) process.kill(worker.pid, 'SIGUSR2');
      await pollUntil(() => Promise.resolve(isDead || existsSync(`${pointsFile}-after`)), {
        what: 'the worker to be spared or dead',
        ...{ deadlineMs: 10_000, everyMs: 10 },
      });
      return !isDead;
    },
    stop: () => worker.stop(),
  };
}
