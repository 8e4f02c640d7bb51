import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCheckrSimulator } from './simulator.ts';
import { startCheckr } from './testing/start-checkr.ts';
import type { StartedCheckr } from './testing/start-checkr.ts';

const table = readFileSync(new URL('coverage.md', import.meta.url), 'utf8');
const rows = [...table.matchAll(/^\| `([A-Z]+) (\/v1\S+)`\s*\| (\w+)\s*\|/gm)].map(([, method, path, state]) => ({
  method: method!,
  path: path!,
  state: state!,
}));

let checkr: StartedCheckr;
beforeAll(async () => {
  checkr = await startCheckr();
});
afterAll(() => checkr.close());

test('the table names exactly the routes there are', () => {
  const simulator = createCheckrSimulator({ apiKeys: ['key'], uriName: 'acme', timeScale: 1, publicUrl: () => '' });
  simulator.close();
  const routes = simulator.app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1'));
  const there = rows.filter((row) => row.state === 'supported' || row.state === 'partial');
  expect(there.map((row) => `${row.method} ${row.path}`).sort()).toEqual(
    routes.map(({ method, path }) => `${method} ${path}`).sort(),
  );
});

test('every missing route answers 404 and names itself', async () => {
  const missing = rows.filter((row) => row.state === 'missing');
  expect(missing.length).toBeGreaterThan(50);
  for (const { method, path } of missing) {
    const answer = await checkr.call(method, path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.body['error']).toContain(`${method} ${path}`);
  }
});
