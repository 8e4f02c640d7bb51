import type { ChildProcess } from 'node:child_process';
import type { KeyValueStore } from './key-value-store.ts';

/** Takes a line of output. */
export type Tell = (line: string) => void;

/** What dynos run: a built commit with its process types. */
export interface Slug {
  folder: string;
  commit: string;
  processTypes: Record<string, string>;
}

/** One change of slug or config; `v1` is an app without either. */
export interface Release {
  version: number;
  description: string;
  state: 'succeeded' | 'failed';
  slug: Slug | null;
  config: Record<string, string>;
}

/** A process of the app. */
export interface Dyno {
  /** `web.1`, `run.4711`. */
  name: string;
  process: ChildProcess;
  /** Where a web dyno has to listen; null for the others. */
  port: number | null;
  isUp: boolean;
}

/** One app. `slug` and `config` are those of the newest release that succeeded: what dynos are started with. */
export interface App {
  name: string;
  stack: string;
  folder: string;
  gitFolder: string;
  webUrl: string;
  config: Record<string, string>;
  slug: Slug | null;
  releases: Release[];
  /** Process type to how many dynos it shall have. */
  formation: Record<string, number>;
  dynos: Dyno[];
  log: { dyno: string; line: string }[];
  store: KeyValueStore | null;
}

/** What `heroku` refuses, in its words. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

const LOG_LINES = 1500;

/** Adds a line to what `heroku logs` shows. */
export function logLine({ log }: App, dyno: string, line: string): void {
  log.push({ dyno, line });
  if (log.length > LOG_LINES) log.shift();
}
