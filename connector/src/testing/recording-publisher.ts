import { Failure } from '../domain/failure.ts';
import type { JobRequest, Publisher } from '../queue/jobs.ts';

/** Keeps what was published; can play a Redis that is away. */
export function createRecordingPublisher(): Publisher & { published: JobRequest[]; isAway: boolean } {
  const publisher = {
    published: [] as JobRequest[],
    isAway: false,
    publish(requests: JobRequest[]): Promise<void> {
      if (publisher.isAway) return Promise.reject(new Failure('unavailable', 'queue-unreachable'));
      publisher.published.push(...requests);
      return Promise.resolve();
    },
  };
  return publisher;
}
