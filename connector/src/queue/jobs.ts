import { z } from 'zod';

/**
 * Every job there is, by name, with what travels. Ids and types only: job data is plain text in Redis.
 * A new field stays optional for one deploy, because jobs of the old shape are still waiting.
 */
export const jobs = {
  'carry-out-action': z.object({ checkId: z.string() }),
  'apply-event': z.object({
    eventId: z.string(),
    type: z.string(),
    objectType: z.enum(['invitation', 'report', 'adverse_action']),
    objectId: z.string(),
    /** Optional: jobs of an older version may still wait, or be put in by one during a deploy. */
    receivedAt: z.number().optional(),
    /** When the sender says it happened, ISO 8601; not every event says it. */
    occurredAt: z.string().optional(),
    /** Hex fingerprint of the message as it came in. Optional, as above. */
    payloadSha256: z.string().optional(),
    /** It was parked, and its id is known by now. */
    wasParked: z.boolean().optional(),
  }),
  'notify-ats': z.object({ checkId: z.string() }),
  'sync-packages': z.object({}),
  'match-parked': z.object({}),
  'report-parked': z.object({}),
  reconcile: z.object({}),
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<N extends JobName> = z.infer<(typeof jobs)[N]>;

/** One job to be done for one connection. */
export type JobRequest = {
  [N in JobName]: {
    connection: string;
    name: N;
    payload: JobPayload<N>;
    /** Makes it once only: the sender's event id, prefixed. */
    id: string;
    /** Names the request at a door that led to it, for the log. */
    requestId?: string;
    /** How long it stays once only; as long as a sender may repeat itself where it is left out. */
    onceInMs?: number;
  };
}[JobName];

/** The doors' way to the queue. Resolves once every job is in Redis. @throws Failure `unavailable` when Redis is away. */
export interface Publisher {
  publish(requests: JobRequest[]): Promise<void>;
}

/** What each connection does with its jobs. */
export type JobHandlers = {
  [N in JobName]: (payload: JobPayload<N>, log: JobLog, tries: { isLast: boolean }) => Promise<void>;
};

/** The logger of one job; messages are short constants, facts are ids. */
export interface JobLog {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
}

/** A sender's id as a BullMQ job id, which may hold no `:` and must not be all digits. */
export function jobId(prefix: string, senderId: string): string {
  return `${prefix}-${encodeURIComponent(senderId)}`;
}
