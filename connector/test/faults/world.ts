import { readFileSync } from 'node:fs';
import { newRun } from '../../../scripts/lib/new-run.ts';
import { startOwnRedis, type OwnRedis } from '../../../scripts/lib/redis.ts';
import { startWeb, startWorker } from '../../../scripts/lib/start-connector.ts';
import type { Program } from '../../../scripts/lib/start-program.ts';
import { startProduct, type Product } from '../harness.ts';

/** The product on a Redis of its own, and what there is to break. */
export interface FaultWorld {
  product: Product;
  redis: OwnRedis;
  /** Ends every worker. */
  stopWorkers(signal?: NodeJS.Signals): Promise<void>;
  /** Back to one worker with the settings of the product. */
  restoreWorker(): Promise<void>;
  /** Starts one more, with settings besides those of the product. */
  startWorker(more?: Record<string, string>): Promise<Program>;
  /** Kills the web process and starts it at the same address. */
  killWeb(): Promise<void>;
  /** How many messages the doors have answered so far, whatever the answer. */
  messages(): number;
  close(): Promise<void>;
}

/** What makes reconciling find at once what is left lying. */
export const EAGER = {
  RECONCILE_EVERY_SECONDS: '1',
  RECONCILE_ACTIONS_AFTER_MINUTES: '0',
  RECONCILE_OPEN_AFTER_MINUTES: '0',
};

/** Locks are short so that the dead are soon succeeded, and nothing but the queue itself carries on what failed. */
const SETTINGS = { WORKER_LOCK_SECONDS: '1', RECONCILE_EVERY_SECONDS: '3600', LONGEST_PAUSE_SECONDS: '2' };

/** Starts everything. */
export async function startFaultWorld(name = 'faults'): Promise<FaultWorld> {
  const redis = await startOwnRedis({ fresh: false });
  const { logFolder } = newRun(name);
  const product = await startProduct({ redisUrl: redis.url, logFolder, connectorEnv: SETTINGS });
  await product.orgControl('PUT', '/limit', { limit: 10_000_000 });
  const port = Number(new URL(product.connectorUrl).port);
  let { web, worker } = product.programs;
  let workers: Program[] = [worker];
  let isPlain = true;
  const stopWorkers = async (signal?: NodeJS.Signals): Promise<void> => {
    await Promise.all(workers.splice(0).map((each) => each.stop(signal)));
    isPlain = true;
  };
  const startOne = async (more: Record<string, string> = {}): Promise<Program> => {
    isPlain &&= Object.keys(more).length === 0;
    worker = await startWorker(product.connectorSettings, 'connector-worker', more);
    workers = [...workers, worker];
    return worker;
  };
  return {
    product,
    redis,
    stopWorkers,
    startWorker: startOne,
    async restoreWorker() {
      if (isPlain && workers.length === 1) return;
      await stopWorkers();
      await startOne();
    },
    async killWeb() {
      await web.stop('SIGKILL');
      web = await startWeb(product.connectorSettings, port);
    },
    messages: () => (readFileSync(web.logFile, 'utf8').match(/"route":"\/(checkr|background-check)/g) ?? []).length,
    close: async () => {
      await Promise.all(workers.map((each) => each.stop()));
      await web.stop();
      await product.close();
      await redis.close();
    },
  };
}
