import { createRunKeys } from '../../scripts/lib/run-keys.ts';
import type { BenchOptions } from './bench-options.ts';
import { deployedFlags } from './deployed-flags.ts';
import type { MakeRequest } from './load.ts';
import { outboundMessages, webhooks } from './messages.ts';
import { startBaseline, startConnector, type MeasuredProgram } from './start-logging-to-file.ts';

const ORG_ID = '00DXX0000000001EAA';
const NOWHERE = 'http://127.0.0.1:9';

/** A server, and what it is sent. */
export interface DoorMode {
  name: string;
  program: MeasuredProgram;
  url: string;
  connections: number;
  makeRequest: MakeRequest;
}

const WEBHOOK = { door: 'webhook door', baseline: '(c) + one queue.add' };
const OUTBOUND = { door: 'outbound door, 1', baseline: '(d) 1 notification' };
const FULL_OUTBOUND = { door: 'outbound door, 100', baseline: '(d) 100 notifications' };

/** The doors and the tiny servers they are held against, by name. */
export const DOOR_PAIRS = [WEBHOOK, OUTBOUND, FULL_OUTBOUND];

/** Starts the web process and the tiny servers it is held against; `flagsFor` gives Node more flags by program. */
export async function startDoorModes(
  { redisUrl, logFolder }: BenchOptions,
  flagsFor: (program: string) => string = () => '',
): Promise<{ modes: DoorMode[]; stop(): Promise<void> }> {
  const keys = createRunKeys();
  const checkr = { apiBase: `${NOWHERE}/v1`, dashboardUrl: NOWHERE, apiKey: keys.checkrApiKey };
  const settings = { redisUrl, orgUrl: NOWHERE, orgId: ORG_ID, checkr, keys, logFolder };
  const web = await startConnector('web', { ...settings, env: deployedFlags('web', flagsFor('web')) }, 'web');
  const baseline = (name: string) => {
    const env = { KEY: keys.checkrApiKey, REDIS_URL: redisUrl, NODE_OPTIONS: flagsFor(name) };
    return startBaseline(name, env, logFolder);
  };
  const [bare, proved, queued, outbound] = await Promise.all(
    (['bare-hono', 'proved-hono', 'queued-hono', 'outbound-hono'] as const).map(baseline),
  );
  if (!bare || !proved || !queued || !outbound) throw new Error('a baseline did not start');
  const signed = { connections: 50, makeRequest: webhooks(keys.checkrApiKey) };
  const one = { connections: 50, makeRequest: outboundMessages(ORG_ID, 1) };
  const hundred = { connections: 8, makeRequest: outboundMessages(ORG_ID, 100) };
  const [webhookUrl, outboundUrl] = [`${web.url}/checkr`, `${web.url}/background-check/${keys.outboundSecret}`];
  const modes: DoorMode[] = [
    { name: '(a) bare Hono', program: bare, url: bare.url, ...signed },
    { name: '(b) + proof and schema', program: proved, url: proved.url, ...signed },
    { name: WEBHOOK.baseline, program: queued, url: queued.url, ...signed },
    { name: WEBHOOK.door, program: web, url: webhookUrl, ...signed },
    { name: OUTBOUND.baseline, program: outbound, url: outbound.url, ...one },
    { name: OUTBOUND.door, program: web, url: outboundUrl, ...one },
    { name: FULL_OUTBOUND.baseline, program: outbound, url: outbound.url, ...hundred },
    { name: FULL_OUTBOUND.door, program: web, url: outboundUrl, ...hundred },
  ];
  const programs = [web, bare, proved, queued, outbound];
  return { modes, stop: async () => void (await Promise.all(programs.map((program) => program.stop()))) };
}
