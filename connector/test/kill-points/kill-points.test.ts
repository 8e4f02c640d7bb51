import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Product } from '../harness.ts';
import { playWithDeath, startWithoutWorker, type Phase } from './harness.ts';

let product: Product;
beforeAll(async () => {
  product = await startWithoutWorker();
});
afterAll(() => product.close());

/** A sample of the points; `npm run faults` dies at every one of them, twice. */
const SAMPLE: [Phase, number][] = [
  ...[1, 5, 9, 13, 17, 21, 25].map((point): [Phase, number] => ['order', point]),
  ...[1, 6, 11, 16].map((point): [Phase, number] => ['result', point]),
];

test.each(SAMPLE)(
  'a worker that dies in the %s at point %i leaves one candidate, one order and the right record',
  async (phase, point) => {
    const run = await playWithDeath(product, phase, point);
    expect(run.point).not.toBeNull();
    expect(run).toMatchObject({ candidates: 1, invitations: 1, reports: 1, status: 'Completed', cleared: true });
  },
);
