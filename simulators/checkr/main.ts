import { parseArgs } from 'node:util';
import { z } from 'zod';
import { DEFAULT_RATE_LIMIT } from './http/rate-limit.ts';
import { CUSTOM_ID } from './nodes/node.ts';
import { serveCheckr } from './serve.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'api-key': { type: 'string', multiple: true, default: [] },
    'time-scale': { type: 'string', default: '60' },
    'uri-name': { type: 'string', default: 'acme' },
    'rate-limit': { type: 'string', default: String(DEFAULT_RATE_LIMIT) },
    assess: { type: 'boolean', default: false },
    'require-consent': { type: 'boolean', default: false },
    node: { type: 'string', multiple: true, default: [] },
  },
});
const flags = z
  .object({
    port: z.coerce.number().int().min(0).max(65_535),
    'api-key': z.array(z.string().min(1)).min(1, 'give at least one --api-key'),
    'time-scale': z.coerce.number().positive(),
    'uri-name': z.string().regex(/^[a-z0-9-_]+$/),
    'rate-limit': z.coerce.number().int().positive(),
    assess: z.boolean(),
    'require-consent': z.boolean(),
    node: z.array(z.string().regex(CUSTOM_ID)),
  })
  .safeParse(values);

if (!flags.success) {
  console.error(`Bad flags:\n${z.prettifyError(flags.error)}`);
  process.exit(1);
}

const served = await serveCheckr({
  port: flags.data.port,
  apiKeys: flags.data['api-key'],
  timeScale: flags.data['time-scale'],
  uriName: flags.data['uri-name'],
  rateLimit: flags.data['rate-limit'],
  hasAssess: flags.data.assess,
  requiresConsent: flags.data['require-consent'],
  nodes: flags.data.node.map((id) => ({ custom_id: id, name: id })),
});
console.log(JSON.stringify({ msg: 'listening', url: served.url }));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void served.close());
