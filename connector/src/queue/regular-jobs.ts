import type { JobRequest, Publisher } from './jobs.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

interface RegularJobsOptions {
  publisher: Publisher;
  connections: string[];
  reconcileEveryMs: number;
  onError: (error: Error) => void;
}

/**
 * Asks for reconciling and, once a day, for the list of packages. Every worker asks; ids that name the span make it
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
    { connection, name: 'reconcile', payload: {}, id: `reconcile-${Math.floor(now / reconcileEveryMs)}` },
  ];
}
