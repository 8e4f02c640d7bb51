import { afterAll, beforeAll, expect, test } from 'vitest';
import { allFaults } from './all-faults.ts';
import { runFault } from './run-fault.ts';
import { startFaultWorld, type FaultWorld } from './world.ts';

let world: FaultWorld;
beforeAll(async () => {
  world = await startFaultWorld();
});
afterAll(() => world.close());

const SIZE = { orders: 3, results: 2, decisions: 1 };

/** One of each kind; `npm run faults` tries them all, with more people. */
const SAMPLE = [
  'Redis is killed and comes back empty',
  'Redis has no memory left',
  'Salesforce has used up its daily calls',
  'Salesforce loses the answer to writes it has made',
  'web and worker are killed at random',
  'jobs of another deploy are in the queue',
  'the clock of the worker falls back by two minutes',
];

test.each(SAMPLE)('%s: nothing is lost, nothing is done twice', async (name) => {
  const fault = allFaults.find((each) => each.name === name)!;
  const { wrong, recordsRight } = await runFault(world, fault, SIZE);
  expect(wrong).toEqual([]);
  expect(recordsRight).toBe(6);
});
