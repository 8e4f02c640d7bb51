import { readFileSync } from 'node:fs';
import { signIn, type OrgSession } from '../../scripts/lib/org-session.ts';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { CONNECTOR_USERNAME, startWorker } from '../../scripts/lib/start-connector.ts';
import type { Program } from '../../scripts/lib/start-program.ts';
import { startStack, type Stack } from '../../scripts/lib/stack.ts';
import type { BenchOptions } from './bench-options.ts';
import { deployedFlags } from './deployed-flags.ts';
import { emptyRedis } from './empty-redis.ts';
import { webhook } from './messages.ts';

/** Far above what is sent, so that the simulated limits are not what is measured. */
const NO_LIMIT = 10_000_000;
const DEADLINE_MS = 240_000;

/** An event on its way: when it was sent, by our clock. */
export interface Sent {
  eventId: string;
  at: number;
}

/** The whole product under measurement. */
export interface Product {
  stack: Stack;
  connectorOrg: OrgSession;
  workers: Program[];
  /** `flags` are for Node, besides those it is deployed with. */
  startWorkers(count: number, flags?: string): Promise<void>;
  stopWorkers(): Promise<void>;
  /** Sends a signed webhook about a report. */
  send(reportId: string, event?: { id?: string; type?: string; objectType?: string }): Promise<Sent>;
  /** When the worker was done with each event, by event id; several times where it was done several times. */
  doneTimes(): Map<string, number[]>;
  untilDone(sent: readonly Sent[]): Promise<void>;
  /** Empties Redis; call it while nothing waits. */
  forget(): Promise<void>;
  /** Calls of the data API so far, by route. */
  orgCalls(): Promise<Record<string, number>>;
  checkrControl(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
  orgControl(method: string, path: string, body?: object): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts everything, with one worker; Checkr's own webhooks are dropped, ours take their place. */
export async function startProduct({ redisUrl, logFolder }: BenchOptions): Promise<Product> {
  const connectorEnv = { CHECKR_CALLS_PER_MINUTE: String(NO_LIMIT), RECONCILE_EVERY_SECONDS: '3600' };
  await emptyRedis(redisUrl);
  const checkrArgs = ['--rate-limit', String(NO_LIMIT)];
  const stack = await startStack({ redisUrl, logFolder, timeScale: 60, connectorEnv, checkrArgs });
  const workers = [stack.programs.worker];
  const all = [stack.programs.worker];
  const call = async (url: string, method: string, body?: object): Promise<unknown> => {
    const answer = await fetch(url, { method, ...(body ? { body: JSON.stringify(body), headers: JSON_TYPE } : {}) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text.slice(0, 300)}`);
    return text ? JSON.parse(text) : undefined;
  };
  const checkrControl: Product['checkrControl'] = async (method, path, body) =>
    (await call(`${stack.checkr.dashboardUrl}/__control${path}`, method, body)) as Record<string, unknown>;
  const orgControl: Product['orgControl'] = (method, path, body) =>
    call(`${stack.orgUrl}/__control${path}`, method, body);
  await orgControl('PUT', '/limit', { limit: NO_LIMIT });
  await checkrControl('POST', '/webhooks', { mode: 'drop' });
  const doneTimes = () => doneIn(all.map(({ logFile }) => logFile));
  const product: Product = {
    ...{ stack, workers, checkrControl, orgControl, doneTimes },
    connectorOrg: await signIn(stack.orgUrl, CONNECTOR_USERNAME, stack.keys),
    async startWorkers(count, flags) {
      for (let number = 0; number < count; number += 1) {
        const worker = await startWorker(
          stack.connectorSettings,
          `connector-worker-${all.length + 1}`,
          deployedFlags('worker', flags),
        );
        workers.push(worker);
        all.push(worker);
      }
    },
    async stopWorkers() {
      await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    },
    async send(reportId, { id = `evt-${crypto.randomUUID()}`, type = 'report.updated' } = {}) {
      const at = Date.now();
      const { body, headers } = webhook(stack.checkr.apiKey, { id, type, objectId: reportId });
      const answer = await fetch(`${stack.connectorUrl}/checkr`, { method: 'POST', body, headers });
      if (answer.status !== 204) throw new Error(`the door answered ${answer.status}`);
      return { eventId: id, at };
    },
    untilDone: (sent) => {
      const all = () => {
        const done = doneTimes();
        return sent.every(({ eventId }) => done.has(eventId));
      };
      return pollUntil(async () => Promise.resolve(all()), {
        what: 'all events',
        deadlineMs: DEADLINE_MS,
        everyMs: 200,
      }).then(() => undefined);
    },
    forget: () => emptyRedis(redisUrl),
    orgCalls: async () => ((await orgControl('GET', '/calls')) as { perRoute: Record<string, number> }).perRoute,
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await stack.close();
    },
  };
  // As it is deployed: the stack starts it without flags.
  await product.stopWorkers();
  await product.startWorkers(1);
  return product;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** The worker writes one line for each job it is done with. */
function doneIn(logFiles: string[]): Map<string, number[]> {
  const done = new Map<string, number[]>();
  for (const line of logFiles.flatMap((file) => readFileSync(file, 'utf8').split('\n'))) {
    const found = /"time":(\d+).*"jobId":"checkr-([^"]+)".*"outcome":"done"/.exec(line);
    const [, time = '', eventId = ''] = found ?? [];
    if (found) done.set(eventId, [...(done.get(eventId) ?? []), Number(time)]);
  }
  return done;
}
