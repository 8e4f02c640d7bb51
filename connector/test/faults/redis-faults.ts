import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { pollUntil } from '../../../scripts/lib/poll-until.ts';
import type { Fault } from './fault.ts';
import { EAGER, type FaultWorld } from './world.ts';

async function tell(world: FaultWorld, work: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(world.redis.url);
  await work(redis).finally(() => redis.disconnect());
}

/** Waits until a proven message is refused with 503: its sender will come again. */
async function doorsRefuse({ product }: FaultWorld): Promise<void> {
  const send = (): Promise<Response> => {
    const object = { id: 'ffffffffffffffffffffffff', object: 'report' };
    const body = JSON.stringify({ id: randomUUID(), type: 'report.updated', object: 'event', data: { object } });
    return product.webhook(body, createHmac('sha256', product.checkr.apiKey).update(body).digest('hex'));
  };
  await pollUntil(async () => (await send()).status === 503, {
    what: 'the doors to answer 503',
    ...{ deadlineMs: 20_000, everyMs: 200 },
  });
}

/** What can happen to Redis. */
export const redisFaults: Fault[] = [
  {
    name: 'Redis is killed and comes back empty',
    part: 'redis',
    make: (world) => world.redis.kill(),
    async mend(world) {
      await doorsRefuse(world);
      await world.redis.startAgain();
    },
  },
  {
    name: 'Redis loses everything that waited in it',
    part: 'redis',
    make: (world) => world.stopWorkers('SIGKILL'),
    async mend(world) {
      await world.product.orgControl('POST', '/settle');
      await world.redis.kill();
      await world.redis.startAgain();
      await world.startWorker(EAGER);
    },
  },
  {
    name: 'Redis has no memory left',
    part: 'redis',
    make: (world) => tell(world, (redis) => redis.config('SET', 'maxmemory', '1')),
    async mend(world) {
      await doorsRefuse(world);
      await tell(world, (redis) => redis.config('SET', 'maxmemory', '0'));
    },
  },
  {
    name: 'Redis is nearly full: what is left is the workers',
    part: 'redis',
    make: (world) =>
      tell(world, async (redis) => {
        const used = Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
        await redis.config('SET', 'maxmemory', String(Math.round(used * 1.1)));
      }),
    async mend(world) {
      await doorsRefuse(world);
      await tell(world, (redis) => redis.config('SET', 'maxmemory', '0'));
    },
  },
  {
    name: 'Redis is slow',
    part: 'redis',
    make: (world) => tell(world, (redis) => redis.call('CLIENT', 'PAUSE', '4000', 'ALL')),
    mend: () => wait(4000),
  },
  {
    name: 'Redis hangs for a quarter of a minute',
    part: 'redis',
    isLong: true,
    async make(world) {
      const pid = await world.redis.pid();
      process.kill(pid, 'SIGSTOP');
      setTimeout(() => process.kill(pid, 'SIGCONT'), 15_000);
    },
    async mend(world) {
      await doorsRefuse(world);
      await wait(15_000);
    },
  },
];
