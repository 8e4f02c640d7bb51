import type { Write } from './table.ts';

/** The writes that became final together. */
export interface Commit {
  /** Real Unix time in milliseconds. */
  at: number;
  writes: readonly Write[];
}

/** The newest commits, oldest first. */
export interface CommitLog {
  add(writes: Write[]): void;
  /** Only writes to objects that count, and commits that have any. */
  newestFirst(counts: (object: string) => boolean): Commit[];
  clear(): void;
}

const KEPT = 1000;

/** A log in memory; commits without writes are not kept. */
export function createCommitLog(): CommitLog {
  const commits: Commit[] = [];
  return {
    add(writes) {
      if (writes.length === 0) return;
      commits.push({ at: Date.now(), writes });
      if (commits.length > KEPT) commits.shift();
    },
    newestFirst: (counts) =>
      commits
        .map(({ at, writes }) => ({ at, writes: writes.filter(({ object }) => counts(object)) }))
        .filter(({ writes }) => writes.length > 0)
        .toReversed(),
    clear: () => void (commits.length = 0),
  };
}
