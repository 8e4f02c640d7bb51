import { AggregatorRegistry, Gauge, Registry } from 'prom-client';
import type { QueueFacts } from '../domain/queue-facts.ts';
import type { MetricsSnapshot } from './create-metrics.ts';

/** What holds for all processes together, read when somebody asks. */
export interface SharedNumbers {
  queues: QueueFacts[];
  /** Null when no worker was alive within half a minute. */
  workerBeatAgeMs: number | null;
}

/** The numbers of every process and of the queues in the text format of Prometheus. */
export async function renderMetrics(snapshots: MetricsSnapshot[], shared: SharedNumbers): Promise<string> {
  const processes = await AggregatorRegistry.aggregate(snapshots).metrics();
  return `${await sharedText(shared)}\n${processes}`;
}

function sharedText({ queues, workerBeatAgeMs }: SharedNumbers): Promise<string> {
  const registry = new Registry();
  const registers = [registry];
  const jobs = new Gauge({
    ...{ name: 'bgcheck_queue_jobs', help: 'Jobs in a queue by state', registers },
    labelNames: ['connection', 'state'],
  });
  const oldest = new Gauge({
    ...{ name: 'bgcheck_queue_oldest_waiting_seconds', help: 'Age of the job that waits longest; 0 when none does' },
    ...{ registers, labelNames: ['connection'] },
  });
  const up = new Gauge({ name: 'bgcheck_worker_up', help: '1 while a worker says that it is alive', registers });
  const beat = new Gauge({
    ...{ name: 'bgcheck_worker_heartbeat_age_seconds', help: 'Since a worker said so last', registers },
  });
  up.set(workerBeatAgeMs === null ? 0 : 1);
  if (workerBeatAgeMs !== null) beat.set(workerBeatAgeMs / 1000);
  for (const { connection, counts, oldestWaitingMs } of queues) {
    for (const [state, count] of Object.entries(counts)) jobs.set({ connection, state }, count);
    oldest.set({ connection }, (oldestWaitingMs ?? 0) / 1000);
  }
  return registry.metrics();
}
