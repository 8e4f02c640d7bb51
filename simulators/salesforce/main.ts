import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connectedAppsSchema } from './api/oauth/connected-apps.ts';
import { toLongId } from './database/record-id.ts';
import { serveSimulator } from './serve-simulator.ts';
import { createSalesforceSimulator } from './simulator.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'time-scale': { type: 'string', default: '1' },
    'org-id': { type: 'string', default: '00DBC0000000001' },
    'connected-app': { type: 'string' },
    production: { type: 'boolean', default: false },
  },
});

const file = values['connected-app'];
const simulator = createSalesforceSimulator({
  orgId: toLongId(values['org-id']),
  isSandbox: !values.production,
  timeScale: Number(values['time-scale']),
  apps: file ? connectedAppsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : [],
});
const served = await serveSimulator(simulator, Number(values.port));
console.log(JSON.stringify({ msg: 'listening', url: served.url }));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void served.close().then(() => process.exit(0)));
}
