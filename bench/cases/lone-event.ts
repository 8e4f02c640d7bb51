import type { BenchOptions } from '../lib/bench-options.ts';
import { ofRounds, percentile, type Figure } from '../lib/figures.ts';
import { webhook } from '../lib/messages.ts';
import type { Product, Sent } from '../lib/product.ts';
import type { SeededCheck } from '../lib/seed.ts';
import { startBaseline } from '../lib/start-logging-to-file.ts';

interface OrgRequest {
  at: string;
  durationMs: number;
}

/**
 * 5. One event at a time: webhook in to record written, less what the simulators took to answer; in turns with (c) and a
 * worker that does nothing (e).
 */
export async function loneEvent(product: Product, checks: SeededCheck[], options: BenchOptions): Promise<Figure[]> {
  const { redisUrl, logFolder, rounds, loneEvents } = options;
  const key = product.stack.checkr.apiKey;
  const server = await startBaseline('queued-hono', { KEY: key, REDIS_URL: redisUrl }, logFolder);
  const worker = await startBaseline('noop-worker', { REDIS_URL: redisUrl }, logFolder);
  product.done.follow(worker.logFile);
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let number = 0; number < rounds * loneEvents; number += 1) {
    const { reportId = '' } = checks[number % checks.length] ?? {};
    ours.push(await took(product, reportId));
    bare.push(await untilDone(product, await sendBare(server.url, key)));
  }
  await Promise.all([server.stop(), worker.stop()]);
  await product.forget();
  const common = { case: '5 lone event', unit: 'ms' };
  return [
    ofRounds({ ...common, what: 'webhook in to record written, median' }, ours, { atMost: 25 }),
    { ...common, what: '95 of 100 within', value: percentile(ours, 95) },
    ofRounds({ ...common, what: '(c) and a worker that does nothing (e), median' }, bare),
  ];
}

async function took(product: Product, reportId: string): Promise<number> {
  await product.checkrControl('DELETE', '/requests');
  const sent = await product.send(reportId);
  return (await untilDone(product, sent)) - (await simulatorsTook(product, sent.at));
}

async function untilDone(product: Product, sent: Sent): Promise<number> {
  await product.untilDone([sent]);
  return (product.done.times().get(sent.eventId)?.[0] ?? Number.NaN) - sent.at;
}

async function sendBare(url: string, key: string): Promise<Sent> {
  const sent = { eventId: crypto.randomUUID(), at: Date.now() };
  const { body, headers } = webhook(key, { id: sent.eventId, type: 'report.updated', objectId: sent.eventId });
  await fetch(url, { method: 'POST', body, headers });
  return sent;
}

async function simulatorsTook({ checkrControl, orgControl }: Product, since: number): Promise<number> {
  const checkr = (await checkrControl('GET', '/requests'))['requests'] as { duration_ms: number }[];
  const org = ((await orgControl('GET', '/requests')) as OrgRequest[]).filter(({ at }) => Date.parse(at) >= since);
  const sum = (all: number[]) => all.reduce((total, each) => total + each, 0);
  return sum(checkr.map(({ duration_ms }) => duration_ms)) + sum(org.map(({ durationMs }) => durationMs));
}
