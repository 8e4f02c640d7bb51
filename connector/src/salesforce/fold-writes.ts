import type { Subrequest } from './composite.ts';
import { SOURCE_READ_AT } from './names.ts';

/** Several writes of one record as one. */
export interface FoldedWrite {
  parts: Subrequest[];
  /** What it was made of, in the order it came. */
  writes: Subrequest[][];
}

type Write = readonly Subrequest[];

/**
 * Folds the writes of each record into one, in rounds to be sent one after the other: a call never holds a record
 * twice. What was read earlier than what it would be folded into stays apart, so that the org's guard can refuse it.
 */
export function foldWrites(writes: readonly Subrequest[][]): FoldedWrite[][] {
  const rounds: Map<string, FoldedWrite>[] = [];
  for (const parts of writes) {
    const key = keyOf(parts);
    const newest = rounds.findLast((round) => round.has(key));
    const folded = newest?.get(key);
    if (newest && folded && !isOlder(parts, folded.parts)) {
      newest.set(key, { parts: merge(folded.parts, parts), writes: [...folded.writes, parts] });
      continue;
    }
    const round = newest ? rounds.indexOf(newest) + 1 : 0;
    rounds[round] ??= new Map();
    rounds[round].set(key, { parts, writes: [parts] });
  }
  return rounds.map((round) => [...round.values()]);
}

/** Of a new row nothing is known that it could share with another. */
function keyOf([first]: Write): string {
  if (first?.method === 'PATCH') return first.path;
  return `${first?.path ?? ''} ${JSON.stringify(first?.body)}`;
}

/** Whether this was read at the vendor before that was. */
function isOlder(write: Write, than: Write): boolean {
  return (readAtOf(write) ?? Infinity) < (readAtOf(than) ?? -Infinity);
}

function readAtOf([first]: Write): number | undefined {
  const readAt = (first?.body as Record<string, unknown> | undefined)?.[SOURCE_READ_AT];
  return typeof readAt === 'number' ? readAt : undefined;
}

/** The same row twice becomes one with the newer values; new rows are added. */
function merge(earlier: Write, later: Write): Subrequest[] {
  const merged = new Map<string, Subrequest>();
  for (const part of [...earlier, ...later]) {
    const key = keyOf([part]);
    merged.set(key, { ...part, body: { ...merged.get(key)?.body, ...part.body } });
  }
  return [...merged.values()].map((part, index) => ({ ...part, name: `${part.name.split('_')[0] ?? ''}_${index}` }));
}
