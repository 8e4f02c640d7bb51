import type { JobRequest, Publisher } from './jobs.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

interface RegularJobsOptions {
  publisher: Publisher;
  connections: string[];
  reconcileEveryMs: number;
  onError: (error: Error) => void;
}

/**
 * Asks for reconciling, once an hour for a look at parked events, and once a day for the list of packages and a report of what stayed parked. Every worker asks; ids that name the span make it
 * once only over all of them, and a Redis that was flushed is asked again within a minute. Gives what stops it.
 */
export function startRegularJobs({
  publisher,
  connections,
  reconcileEveryMs,
  onError,
}: RegularJobsOptions): () => void {
  const ask = (): void =>
    void publisher.publish(connections.flatMap((name) => due(name, reconcileEveryMs))).catch(onError);
  ask();
  const timer = setInterval(ask, reconcileEveryMs);
  return () => clearInterval(timer);
}

function due(connection: string, reconcileEveryMs: number): JobRequest[] {
  const now = Date.now();
  return [
    { connection, name: 'sync-packages', payload: {}, id: `sync-packages-${Math.floor(now / DAY_MS)}` },
    { connection, name: 'match-parked', payload: {}, id: `match-parked-${Math.floor(now / HOUR_MS)}` },
    { connection, name: 'report-parked', payload: {}, id: `report-parked-${Math.floor(now / DAY_MS)}` },
    {
      ...{ connection, name: 'reconcile', payload: {}, onceInMs: reconcileEveryMs },
      id: `reconcile-${Math.floor(now / reconcileEveryMs)}`,
    },
  ];
}
