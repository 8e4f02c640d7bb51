import type { CheckStatus } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import type { ParkedEvent } from '../domain/parked-event.ts';
import type { QueueFacts } from '../domain/queue-facts.ts';
import type { ReplayObject, ReplayObjects } from '../domain/replay-objects.ts';
import type { LookUpHost, ProbeAddress, ReadClock, RedisSurveyor } from '../domain/survey.ts';
import type { ExaminedConnection } from '../use-cases/doctor/examine.ts';
import type { Rehearsal } from '../use-cases/rehearse-event.ts';

/** One connection with everything a command may need of it. */
export interface Bench extends ExaminedConnection {
  syncPackages(): Promise<void>;
  /** One run over what lies too long; `everything` looks at what was touched just now too. */
  reconcile(everything: boolean): Promise<{ actions: number; events: number; isDone: boolean }>;
  /** Events that wait in the audit; `why` is `parked` or `failed`. */
  listParked(): Promise<(ParkedEvent & { why: string })[]>;
  /** Puts such events into the queue again. */
  retryParked(events: ParkedEvent[]): Promise<void>;
  findReplayTargets: ReplayObjects;
  rehearse(target: ReplayObject): Promise<Rehearsal>;
  /** Puts the same into the queue, for the worker to do. */
  replay(target: ReplayObject): Promise<void>;
  audit: { count(before: number): Promise<number>; remove(before: number): Promise<number> };
  /** A check for trying the way out; each step is put into the queue at once. */
  synthetic: {
    /** For a Lead or a Contact; gives the id of the check. */
    request(personId: string): Promise<string>;
    cancel(checkId: string): Promise<void>;
    statusOf(checkId: string): Promise<CheckStatus>;
  };
  /** Signing keys with what they are called in words. */
  webhookKeys: { name: string; key: string }[];
}

/** What the commands work with: real parts in `cli.ts`, made once the configuration is read. */
export interface Workshop {
  benches: Bench[];
  redis: RedisSurveyor;
  queues: {
    facts(): Promise<QueueFacts[]>;
    retryNow(connection: string): Promise<number>;
    setPaused(connection: string, isPaused: boolean): Promise<void>;
  };
  /** Whether Redis answered when it was opened. */
  hasRedis: boolean;
  publicUrl: string | null;
  probe: ProbeAddress;
  readClock: ReadClock;
  lookUpHost: LookUpHost;
  now(): number;
  close(): Promise<void>;
}

/** What a command is given besides its own options. */
export interface CliContext {
  /** Opens the parts for the connections asked for. @throws BadConfiguration, or UsageError for a name nobody knows */
  open(names: string[]): Promise<Workshop>;
  /** Takes what the command has to say, for people or for machines. */
  say: Say;
  /** Sets how the program ends: 0 all well, 1 something is not, 2 it could not begin. */
  end(code: 0 | 1 | 2): void;
  /** A file, or what is typed or piped in. @throws UsageError */
  readInput(file: string | undefined): Promise<Buffer>;
  /** A password as it may lie in the configuration. */
  hashSecret(secret: string): Promise<string>;
}

/** Where words go: results to stdout, progress to stderr. */
export interface Say {
  isJson: boolean;
  table(head: string[], rows: string[][]): void;
  line(words: string): void;
  json(value: unknown): void;
  progress(words: string): void;
}

/**
 * Opens the parts, works, and closes them whatever happens.
 * @throws Failure `unavailable` when the work needs Redis and there is none
 */
export async function withWorkshop(
  { open, needsRedis = true }: Pick<CliContext, 'open'> & { needsRedis?: boolean },
  connections: string[],
  work: (workshop: Workshop) => Promise<void>,
): Promise<void> {
  const workshop = await open(connections);
  try {
    if (needsRedis && !workshop.hasRedis) throw new Failure('unavailable', 'redis-away');
    await work(workshop);
  } finally {
    await workshop.close();
  }
}
