import type { ExaminedConnection } from '../use-cases/doctor/examine.ts';
import type { ProbeAddress, ReadClock, RedisSurveyor } from '../domain/survey.ts';

/** One connection with everything a command may need of it. */
export interface Bench extends ExaminedConnection {
  syncPackages(): Promise<void>;
}

/** What the commands work with: real parts in `cli.ts`, made once the configuration is read. */
export interface Workshop {
  benches: Bench[];
  redis: RedisSurveyor;
  publicUrl: string | null;
  probe: ProbeAddress;
  readClock: ReadClock;
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
  readInput(file: string | undefined): Promise<string>;
}

/** Where words go: results to stdout, progress to stderr. */
export interface Say {
  isJson: boolean;
  table(head: string[], rows: string[][]): void;
  line(words: string): void;
  json(value: unknown): void;
  progress(words: string): void;
}
