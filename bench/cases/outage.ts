import { createRunKeys } from '../../scripts/lib/run-keys.ts';
import type { BenchOptions } from '../lib/bench-options.ts';
import { deployedFlags } from '../lib/deployed-flags.ts';
import { emptyRedis } from '../lib/empty-redis.ts';
import { ofRounds, percentile, type Figure } from '../lib/figures.ts';
import { outboundMessages, webhooks } from '../lib/messages.ts';
import { startBaseline, startConnector } from '../lib/start-logging-to-file.ts';

const ORG_ID = '00DXX0000000001EAA';
const NOWHERE = 'http://127.0.0.1:9';
const EVERY_MS = 20;

/**
 * 2. How fast the doors answer fifty messages a second while Salesforce and Checkr are down and the worker tries in vain;
 * in turns with (c) and (d), which have nothing behind them.
 */
export async function outage({ redisUrl, logFolder, rounds, outageSeconds }: BenchOptions): Promise<Figure[]> {
  await emptyRedis(redisUrl);
  const keys = createRunKeys();
  const checkr = { apiBase: `${NOWHERE}/v1`, dashboardUrl: NOWHERE, apiKey: keys.checkrApiKey };
  const settings = { redisUrl, orgUrl: NOWHERE, orgId: ORG_ID, checkr, keys, logFolder };
  const env = { KEY: keys.checkrApiKey, REDIS_URL: redisUrl };
  const [web, worker, queued, outbound] = await Promise.all([
    startConnector('web', { ...settings, env: deployedFlags('web') }, 'connector-web-outage'),
    startConnector('worker', { ...settings, env: deployedFlags('worker') }, 'connector-worker-outage'),
    startBaseline('queued-hono', env, logFolder),
    startBaseline('outbound-hono', env, logFolder),
  ]);
  const [event, message] = [webhooks(keys.checkrApiKey), outboundMessages(ORG_ID, 1)];
  const sendTo = (webhookUrl: string, outboundUrl: string) => (index: number) =>
    index % 2 === 0 ? timed(webhookUrl, event()) : timed(outboundUrl, message());
  const toDoors = sendTo(`${web.url}/checkr`, `${web.url}/background-check/${keys.outboundSecret}`);
  const toBaselines = sendTo(queued.url, outbound.url);
  const [doors, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    doors.push(percentile(await steadily(toDoors, outageSeconds), 99));
    bare.push(percentile(await steadily(toBaselines, outageSeconds), 99));
  }
  await Promise.all([web, worker, queued, outbound].map((program) => program.stop()));
  await emptyRedis(redisUrl);
  const common = { case: '2 outage', unit: 'ms' };
  return [
    ofRounds({ ...common, what: 'answers at 50 messages/s, 99 of 100 within' }, doors, { atMost: 250 }),
    ofRounds({ ...common, what: '(c) and (d) beside it' }, bare),
  ];
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
