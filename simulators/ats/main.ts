import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { serveAts } from './serve.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'callback-port': { type: 'string', default: '0' },
    'certificate-file': { type: 'string' },
  },
});
const port = z.coerce.number().int().min(0).max(65_535);
const flags = z.object({ port, 'callback-port': port, 'certificate-file': z.string().optional() }).safeParse(values);

if (!flags.success) {
  console.error(`Bad flags:\n${z.prettifyError(flags.error)}`);
  process.exit(1);
}

const served = await serveAts({ port: flags.data.port, callbackPort: flags.data['callback-port'] });
if (flags.data['certificate-file']) writeFileSync(flags.data['certificate-file'], served.certificate);
console.log(JSON.stringify({ msg: 'listening', url: served.url, callbackUrl: served.callbackUrl }));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void served.close());
