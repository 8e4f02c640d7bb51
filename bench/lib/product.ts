import { signIn, type OrgSession } from '../../scripts/lib/org-session.ts';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { CONNECTOR_USERNAME } from '../../scripts/lib/start-connector.ts';
import { startStack, type Stack } from '../../scripts/lib/stack.ts';
import type { BenchOptions } from './bench-options.ts';
import { deployedFlags } from './deployed-flags.ts';
import { createDoneLog, type DoneLog } from './done-log.ts';
import { emptyRedis } from './empty-redis.ts';
import { webhook } from './messages.ts';
import { startConnector, type MeasuredProgram } from './start-logging-to-file.ts';

/** Far above what is sent, so that the simulated limits are not what is measured. */
const NO_LIMIT = 10_000_000;
const DEADLINE_MS = 240_000;
const POLL_MS = 50;

/** An event on its way: when it was sent, by our clock. */
export interface Sent {
  eventId: string;
  at: number;
}

/** The whole product under measurement. */
export interface Product {
  stack: Stack;
  connectorOrg: OrgSession;
  workers: MeasuredProgram[];
  /** `flags` are for Node, besides those it is deployed with. */
  startWorkers(count: number, flags?: string): Promise<void>;
  stopWorkers(): Promise<void>;
  /** Sends a signed webhook about a report. */
  send(reportId: string, event?: { id?: string; type?: string; objectType?: string }): Promise<Sent>;
  /** When the workers were done with each event. */
  done: DoneLog;
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
  const workers: MeasuredProgram[] = [];
  const done = createDoneLog();
  let started = 0;
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
  const product: Product = {
    ...{ stack, workers, checkrControl, orgControl, done },
    connectorOrg: await signIn(stack.orgUrl, CONNECTOR_USERNAME, stack.keys),
    async startWorkers(count, flags) {
      for (let number = 0; number < count; number += 1) {
        const settings = { ...stack.connectorSettings, env: { ...connectorEnv, ...deployedFlags('worker', flags) } };
        const worker = await startConnector('worker', settings, `connector-worker-${(started += 1)}`);
        workers.push(worker);
        done.follow(worker.logFile);
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
        const times = done.times();
        return Promise.resolve(sent.every(({ eventId }) => times.has(eventId)));
      };
      const waiting = { what: 'all events', deadlineMs: DEADLINE_MS, everyMs: POLL_MS };
      return pollUntil(all, waiting).then(() => undefined);
    },
    forget: () => emptyRedis(redisUrl),
    orgCalls: async () => ((await orgControl('GET', '/calls')) as { perRoute: Record<string, number> }).perRoute,
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await stack.close();
    },
  };
  // As it is deployed: the stack starts it without flags.
  await stack.programs.worker.stop();
  await product.startWorkers(1);
  return product;
}

const JSON_TYPE = { 'content-type': 'application/json' };
