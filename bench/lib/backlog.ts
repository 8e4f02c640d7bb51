import { Queue } from 'bullmq';
import { jobId, type JobRequest } from '../../connector/src/queue/jobs.ts';
import { createPublisher } from '../../connector/src/queue/publisher.ts';
import { createRedis, KEY_PREFIX, queueName } from '../../connector/src/queue/redis.ts';
import type { Sent } from './product.ts';
import type { SeededCheck } from './seed.ts';

const PER_CALL = 500;

/** The connector's queue, filled without the doors. */
export interface Backlog {
  /** An event for each check, put there as the door puts it. */
  add(checks: readonly Pick<SeededCheck, 'reportId'>[]): Promise<Sent[]>;
  /** What is added waits until it goes on. */
  pause(): Promise<void>;
  goOn(): Promise<void>;
  close(): Promise<void>;
}

/** Opens it on the Redis under measurement. */
export async function openBacklog(redisUrl: string): Promise<Backlog> {
  const onError = (error: Error): void => console.error(error.message);
  const redis = createRedis({ url: redisUrl, isOnHeroku: false, whenAway: 'wait', onError });
  const queue = new Queue(queueName('main'), { connection: redis, prefix: KEY_PREFIX });
  await queue.waitUntilReady();
  const publisher = createPublisher({ redis, connections: ['main'], onError });
  return {
    async add(checks) {
      const at = Date.now();
      const requests = checks.map(({ reportId }) => eventJob(reportId, at));
      for (let start = 0; start < requests.length; start += PER_CALL)
        await publisher.publish(requests.slice(start, start + PER_CALL).map(({ job }) => job));
      return requests.map(({ eventId }) => ({ eventId, at }));
    },
    pause: () => queue.pause(),
    goOn: () => queue.resume(),
    async close() {
      await Promise.all([queue.close(), publisher.close()]);
      redis.disconnect();
    },
  };
}

function eventJob(objectId: string, receivedAt: number): { eventId: string; job: JobRequest } {
  const eventId = `evt-${crypto.randomUUID()}`;
  const times = { receivedAt, occurredAt: new Date(receivedAt).toISOString() };
  const event = { eventId, type: 'report.updated', objectType: 'report', objectId } as const;
  const payload = { ...event, payloadSha256: 'a'.repeat(64), ...times };
  return { eventId, job: { connection: 'main', name: 'apply-event', payload, id: jobId('checkr', eventId) } };
}
