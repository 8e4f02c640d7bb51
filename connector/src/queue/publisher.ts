import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { Failure } from '../domain/failure.ts';
import type { JobRequest, Publisher } from './jobs.ts';
import { KEY_PREFIX, queueName } from './redis.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** Tries over about three hours, the gaps doubling from three seconds; reconcile carries on after that. */
const RETRY = { attempts: 12, backoff: { type: 'exponential', delay: 3000, jitter: 0.3 } } as const;

/**
 * A finished job must block its id longer than its sender redelivers (both 24 h).
 * A failed one must not, so that a redelivery tries it again.
 */
const KEEP = { removeOnComplete: { age: 2 * DAY_SECONDS }, removeOnFail: true } as const;

interface PublisherOptions {
  redis: Redis;
  /** Names of the connections that may be published for. */
  connections: string[];
  onError: (error: Error) => void;
}

/** Puts jobs into the queues of their connections. */
export function createPublisher({
  redis,
  connections,
  onError,
}: PublisherOptions): Publisher & { close(): Promise<void> } {
  const queues = new Map(connections.map((name) => [name, openQueue(name, redis, onError)]));

  async function add(requests: JobRequest[], connection: string): Promise<void> {
    const queue = queues.get(connection);
    if (!queue) throw new Error(`no queue for connection ${connection}`);
    const added = requests.map(({ name, payload, id, requestId }) => ({
      name,
      data: requestId ? { ...payload, requestId } : payload,
      opts: { jobId: id, ...RETRY, ...KEEP },
    }));
    const [only] = added;
    await (only && added.length === 1 ? queue.add(only.name, only.data, only.opts) : queue.addBulk(added));
  }

  return {
    async publish(requests) {
      // BullMQ would wait for a Redis that is away; the sender is better told at once to come again.
      if (redis.status !== 'ready') throw new Failure('unavailable', 'redis-away');
      const byConnection = Object.groupBy(requests, ({ connection }) => connection);
      try {
        await Promise.all(Object.entries(byConnection).map(([name, group]) => add(group ?? [], name)));
      } catch (cause) {
        throw new Failure('unavailable', 'queue-unreachable', { cause });
      }
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

function openQueue(connection: string, redis: Redis, onError: (error: Error) => void): Queue {
  const queue = new Queue(queueName(connection), { connection: redis, prefix: KEY_PREFIX });
  queue.on('error', onError);
  return queue;
}
