import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import type { FaultWorld } from './world.ts';

/** Makes what is being worked on last, so that a signal finds it running. */
const slowly = ({ product }: FaultWorld, delayMs: number): Promise<unknown> =>
  product.checkrControl('POST', '/faults', { match: '* *', times: 40, delayMs });

async function atOnce({ product }: FaultWorld): Promise<void> {
  await product.checkrControl('DELETE', '/faults');
}

const killedNow: (world: FaultWorld) => Promise<void> = async (world) => {
  await wait(randomInt(50, 700));
  if (randomInt(3) === 0) return world.killWeb();
  await world.stopWorkers('SIGKILL');
  await world.startWorker();
};

/** What can happen to our own processes. */
export const randomFaults: Fault[] = [
  {
    name: 'web and worker are killed at random',
    part: 'random',
    make: (world) => slowly(world, 100).then(() => undefined),
    async mend(world) {
      for (let time = 0; time < 4; time += 1) await killedNow(world);
      await atOnce(world);
    },
  },
  {
    name: 'a worker is told to stop while its jobs run',
    part: 'random',
    make: (world) => slowly(world, 1500).then(() => undefined),
    async mend(world) {
      await wait(500);
      await world.stopWorkers('SIGTERM');
      await atOnce(world);
      await world.startWorker();
    },
  },
  {
    name: 'a worker is told to stop, and its jobs take longer than it may',
    part: 'random',
    isLong: true,
    make: (world) => slowly(world, 15_000).then(() => undefined),
    async mend(world) {
      await wait(500);
      await world.stopWorkers('SIGTERM');
      await atOnce(world);
      await world.startWorker();
    },
  },
  {
    name: 'three workers share one connection',
    part: 'random',
    async make(world) {
      await Promise.all([world.startWorker(), world.startWorker()]);
    },
    mend: async () => undefined,
  },
];
