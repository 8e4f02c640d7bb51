import { createRunKeys } from '../../scripts/lib/run-keys.ts';
import { startWeb, startWorker, type ConnectorSettings } from '../../scripts/lib/start-connector.ts';
import type { BenchOptions } from '../lib/bench-options.ts';
import { deployedFlags } from '../lib/deployed-flags.ts';
import { emptyRedis } from '../lib/empty-redis.ts';
import { median, percentile, type Figure } from '../lib/figures.ts';
import { outboundMessages, webhooks } from '../lib/messages.ts';

const ORG_ID = '00DXX0000000001EAA';
const NOWHERE = 'http://127.0.0.1:9';
const EVERY_MS = 20;

/** 2. How fast the doors answer fifty messages a second while Salesforce and Checkr are down and the worker tries in vain. */
export async function outage({ redisUrl, logFolder, rounds, outageSeconds }: BenchOptions): Promise<Figure[]> {
  await emptyRedis(redisUrl);
  const keys = createRunKeys();
  const checkr = { apiBase: `${NOWHERE}/v1`, dashboardUrl: NOWHERE, apiKey: keys.checkrApiKey };
  const settings: ConnectorSettings = {
    redisUrl,
    orgUrl: NOWHERE,
    orgId: ORG_ID,
    checkr,
    keys,
    logFolder,
    env: deployedFlags('web'),
  };
  const web = await startWeb(settings);
  const worker = await startWorker(settings, 'connector-worker-outage');
  const [event, message] = [webhooks(keys.checkrApiKey), outboundMessages(ORG_ID, 1)];
  const send = (index: number): Promise<number> =>
    index % 2 === 0
      ? timed(`${web.url}/checkr`, event())
      : timed(`${web.url}/background-check/${keys.outboundSecret}`, message());
  const p99: number[] = [];
  for (let round = 0; round < rounds; round += 1) p99.push(percentile(await steadily(send, outageSeconds), 99));
  await Promise.all([web.stop(), worker.stop()]);
  await emptyRedis(redisUrl);
  const what = 'answers at 50 messages/s, 99 of 100 within';
  return [{ case: '2 outage', what, value: median(p99), unit: 'ms', rounds: p99, goal: { atMost: 250 } }];
}

async function timed(
  url: string,
  { body, headers }: { body: string; headers: Record<string, string> },
): Promise<number> {
  const startedAt = performance.now();
  const answer = await fetch(url, { method: 'POST', body, headers });
  await answer.text();
  if (!answer.ok) throw new Error(`${new URL(url).pathname.split('/')[1] ?? ''}: ${answer.status}`);
  return performance.now() - startedAt;
}

/** One every 20 ms, whether those before it were answered or not. */
function steadily(send: (index: number) => Promise<number>, seconds: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const answers: Promise<number>[] = [];
    const timer = setInterval(() => {
      answers.push(send(answers.length));
      if (answers.length < (seconds * 1000) / EVERY_MS) return;
      clearInterval(timer);
      Promise.all(answers).then(resolve, reject);
    }, EVERY_MS);
  });
}
