import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { QueueFacts } from '../domain/queue-facts.ts';
import { KEY_PREFIX, queueName } from './redis.ts';

/** Looks at the queues of some connections without working on them. */
export interface QueueDesk {
  /** @throws when Redis is away */
  facts(): Promise<QueueFacts[]>;
  /** Lets every job that waits for its next try run now; gives how many there were. */
  retryNow(connection: string): Promise<number>;
  setPaused(connection: string, isPaused: boolean): Promise<void>;
  /** For showing them on a page. */
  queues: Queue[];
  close(): Promise<void>;
}

/** Shares the Redis connection it is given. */
export function createQueueDesk(redis: Redis, connections: string[]): QueueDesk {
  const byName = new Map(
    connections.map((name) => [name, new Queue(queueName(name), { connection: redis, prefix: KEY_PREFIX })]),
  );
  for (const queue of byName.values()) queue.on('error', () => undefined);
  const get = (connection: string): Queue => {
    const queue = byName.get(connection);
    if (!queue) throw new Error(`no queue for connection ${connection}`);
    return queue;
  };
  return {
    facts: () => Promise.all([...byName].map(([connection, queue]) => factsOf(connection, queue))),
    async retryNow(connection) {
      const { delayed = 0 } = await get(connection).getJobCounts('delayed');
      await get(connection).promoteJobs();
      return delayed;
    },
    async setPaused(connection, isPaused) {
      await (isPaused ? get(connection).pause() : get(connection).resume());
    },
    queues: [...byName.values()],
    async close() {
      await Promise.all([...byName.values()].map((queue) => queue.close()));
    },
  };
}

async function factsOf(connection: string, queue: Queue): Promise<QueueFacts> {
  const { waiting = 0, active = 0, delayed = 0 } = await queue.getJobCounts('waiting', 'active', 'delayed');
  const [oldest] = await queue.getJobs(['waiting'], 0, 0, true);
  return {
    connection,
    counts: { waiting, active, delayed },
    isPaused: await queue.isPaused(),
    oldestWaitingMs: oldest ? Math.max(0, Date.now() - oldest.timestamp) : null,
  };
}
