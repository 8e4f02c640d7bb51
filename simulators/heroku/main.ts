import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createPlatform } from './platform/platform.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    folder: { type: 'string' },
    'redis-server': { type: 'string', default: 'redis-server' },
    'redis-library-path': { type: 'string' },
  },
});
if (!values.folder) {
  console.error('--folder is missing: where apps, builds and data are kept');
  process.exit(1);
}

const folder = resolve(values.folder);
mkdirSync(folder, { recursive: true });
const libraries = values['redis-library-path'];
let url = '';
const platform = createPlatform({
  ...{ folder, url: () => url },
  redisServer: { file: values['redis-server'], env: libraries ? { LD_LIBRARY_PATH: libraries } : {} },
});
const server = serve({ fetch: platform.app.fetch, port: Number(values.port), hostname: '127.0.0.1' }, (address) => {
  url = `http://127.0.0.1:${(address as AddressInfo).port}`;
  console.log(JSON.stringify({ msg: 'listening', url }));
});

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    server.close();
    void platform.close().then(() => process.exit(0));
  });
