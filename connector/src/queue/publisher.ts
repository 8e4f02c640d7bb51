import { Queue, type JobsOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import { Failure } from '../domain/failure.ts';
import type { JobRequest, Publisher } from './jobs.ts';
import { KEY_PREFIX, queueName } from './redis.ts';

/** Tries over about three hours, the gaps doubling from three seconds; reconcile carries on after that. */
const RETRY = { attempts: 12, backoff: { type: 'exponential', delay: 3000, jitter: 0.3 } } as const;

/** Who watches a queue by its events reads the newest; the default of ten thousand is a megabyte a connection. */
const EVENTS_KEPT = 100;

/** A message's hundred jobs go in parts: all their commands at once would outlive the collector's young generation. */
const AT_ONCE = 25;

interface PublisherOptions {
  redis: Redis;
  /** Names of the connections that may be published for. */
  connections: string[];
  onError: (error: Error) => void;
  /** Whether Redis can take more; whoever does not ask is let in. */
  hasRoom?: () => boolean;
}

/** Puts jobs into the queues of their connections. */
export function createPublisher({
  redis,
  connections,
  onError,
  hasRoom = () => true,
}: PublisherOptions): Publisher & { close(): Promise<void> } {
  const queues = new Map(connections.map((name) => [name, openQueue(name, redis, onError)]));
  const gatherWrites = createWriteGatherer(redis);

  async function add(requests: JobRequest[], connection: string): Promise<void> {
    const queue = queues.get(connection);
    if (!queue) throw new Error(`no queue for connection ${connection}`);
    const added = requests.map(({ name, payload, id, requestId, onceInMs }) => ({
      name,
      data: requestId ? { ...payload, requestId } : payload,
      opts: { jobId: id, ...RETRY, ...(onceInMs === undefined ? {} : keepingNothing(id, onceInMs)) },
    }));
    const [only] = added;
    if (only && added.length === 1) return void (await queue.add(only.name, only.data, only.opts));
    for (let from = 0; from < added.length; from += AT_ONCE) await queue.addBulk(added.slice(from, from + AT_ONCE));
  }

  return {
    async publish(requests) {
      // BullMQ would wait for a Redis that is away; the sender is better told at once to come again.
      if (redis.status !== 'ready') throw new Failure('unavailable', 'redis-away');
      if (!hasRoom()) throw new Failure('unavailable', 'redis-full');
      gatherWrites();
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

/** Only the id is kept, for as long as others may ask the same: what is asked every minute would fill an idle Redis. */
function keepingNothing(id: string, onceInMs: number): JobsOptions {
  return { deduplication: { id, ttl: onceInMs }, removeOnComplete: true, removeOnFail: true };
}

/**
 * Has what several requests publish in one turn of the event loop leave in one write; a lone one goes at the turn's end.
 * A system call for each would be a tenth of what a door costs.
 */
function createWriteGatherer(redis: Redis): () => void {
  let isGathering = false;
  return () => {
    if (isGathering) return;
    isGathering = true;
    const { stream } = redis;
    stream.cork();
    setImmediate(() => {
      isGathering = false;
      stream.uncork();
    });
  };
}

function openQueue(connection: string, redis: Redis, onError: (error: Error) => void): Queue {
  const queue = new Queue(queueName(connection), {
    ...{ connection: redis, prefix: KEY_PREFIX },
    streams: { events: { maxLen: EVENTS_KEPT } },
  });
  queue.on('error', onError);
  return queue;
}
