import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSalesforceSimulator } from './simulator.ts';

const FORCE_APP = join(import.meta.dirname, '../../force-app');
const env = { CONNECTOR_ENDPOINT: 'http://127.0.0.1:5000/', OUTBOUND_USERNAME: 'connector@example.org' };

test('the real package and its optional folder deploy without a problem', () => {
  const simulator = createSalesforceSimulator();
  const sources = ['main', 'org', 'direct'].map((folder) => join(FORCE_APP, folder));
  const result = simulator.deploy({ sources, env });
  simulator.stop();
  expect('problems' in result ? result.problems : []).toEqual([]);
});
