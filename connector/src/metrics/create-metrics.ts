import { Counter, Gauge, Histogram, Registry, type MetricObjectWithValues, type MetricValue } from 'prom-client';
import type { JobSeen } from '../domain/job-seen.ts';

/** What a process saw of one request at a door. */
interface RequestSeen {
  /** The pattern, never the path: that may hold a secret. */
  route: string;
  status: number;
  seconds: number;
  /** Why it was refused; null when it was not. */
  reason: string | null;
}

/** The numbers of one process, as they travel to whoever shows them. */
export type MetricsSnapshot = MetricObjectWithValues<MetricValue<string>>[];

/** Counts what this process does. Labels are names from the code and the configuration: never an id, never a person. */
export interface Metrics {
  jobSeen(seen: JobSeen): void;
  requestSeen(seen: RequestSeen): void;
  /** Calls of the last 24 hours an org has left. */
  orgCallsLeft(connection: string, left: number): void;
  /** Calls Checkr says are left in this minute. */
  checkrCallsLeft(connection: string, left: number): void;
  /** What became of one event: applied, late, unknown (parked), kept (failed), … */
  eventBecame(connection: string, became: string): void;
  /** Events that wait in the audit, parked or failed. */
  eventsWaiting(connection: string, count: number): void;
  snapshot(): Promise<MetricsSnapshot>;
}

/** Jobs that end in a write to the org; what they took is what people wait for. */
const WRITE_BACK_JOBS: readonly string[] = ['carry-out-action', 'apply-event'];
const WORK_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const WAIT_SECONDS = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600];

/** @param processName tells the processes apart: `worker.1`; every number carries it, so that a restart is seen as one. */
export function createMetrics(processName: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ process: processName });
  const registers = [registry];
  const jobs = new Counter({
    ...{ name: 'bgcheck_jobs_total', help: 'Jobs by what became of them', registers },
    labelNames: ['connection', 'job', 'outcome'],
  });
  const jobSeconds = new Histogram({
    ...{ name: 'bgcheck_job_seconds', help: 'Time one try of a job took', registers, buckets: WORK_SECONDS },
    labelNames: ['connection', 'job'],
  });
  const writeBackSeconds = new Histogram({
    ...{ name: 'bgcheck_write_back_seconds', help: 'Time from the door to the record', registers },
    ...{ labelNames: ['connection', 'job'], buckets: WAIT_SECONDS },
  });
  const requests = new Counter({
    ...{ name: 'bgcheck_requests_total', help: 'Answers of the doors', registers },
    labelNames: ['route', 'status'],
  });
  const requestSeconds = new Histogram({
    ...{ name: 'bgcheck_request_seconds', help: 'Time a door took to answer', registers, buckets: WORK_SECONDS },
    labelNames: ['route'],
  });
  const refused = new Counter({
    ...{ name: 'bgcheck_refused_total', help: 'Requests a door refused, by reason', registers },
    labelNames: ['route', 'reason'],
  });
  const orgCalls = new Gauge({
    ...{ name: 'bgcheck_salesforce_calls_left', help: 'API calls the org has left', registers },
    labelNames: ['connection'],
  });
  const checkrCalls = new Gauge({
    ...{ name: 'bgcheck_checkr_calls_left', help: 'Calls Checkr allows in this minute', registers },
    labelNames: ['connection'],
  });
  const events = new Counter({
    ...{
      name: 'bgcheck_events_total',
      help: 'Events by what became of them; unknown is parked, kept failed',
      registers,
    },
    labelNames: ['connection', 'became'],
  });
  const parked = new Gauge({
    ...{ name: 'bgcheck_parked_events', help: 'Events of the last seven days that wait in the audit', registers },
    labelNames: ['connection'],
  });
  return {
    jobSeen({ connection, job, outcome, seconds, sinceAskedSeconds }) {
      jobs.inc({ connection, job, outcome });
      jobSeconds.observe({ connection, job }, seconds);
      if (outcome === 'done' && WRITE_BACK_JOBS.includes(job))
        writeBackSeconds.observe({ connection, job }, sinceAskedSeconds);
    },
    requestSeen({ route, status, seconds, reason }) {
      requests.inc({ route, status });
      requestSeconds.observe({ route }, seconds);
      if (reason !== null) refused.inc({ route, reason });
    },
    orgCallsLeft: (connection, left) => orgCalls.set({ connection }, left),
    checkrCallsLeft: (connection, left) => checkrCalls.set({ connection }, left),
    eventBecame: (connection, became) => events.inc({ connection, became }),
    eventsWaiting: (connection, count) => parked.set({ connection }, count),
    snapshot: () => registry.getMetricsAsJSON(),
  };
}
