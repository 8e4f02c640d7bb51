import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Those that count what must not be lost; doors, start and memory are only about speed and size. */
const COUNTING = ['outage', 'one check', 'records', 'lone events', 'drain', 'volume', 'scale out', 'Redis'];
const CASES = ['2 outage', '3 calls', '4 drain', '5 lone event', '7 growth', '7 scale out', '9 Redis'];
const DEADLINE_MS = 300_000;

/** How fast it was is nobody's business here; what must be exact is. */
const EXACT = ['records not right after the first time', 'done twice', 'lost', 'POST at Checkr'];

test(
  'the benchmarks that count run, and no event is lost or done twice in any',
  () => {
    const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'figures.json');
    const only = COUNTING.flatMap((name) => ['--only', name]);
    execFileSync(process.execPath, ['bench/main.ts', '--tiny', '--json', file, ...only], {
      stdio: 'pipe',
      timeout: DEADLINE_MS,
    });
    const { figures } = JSON.parse(readFileSync(file, 'utf8')) as {
      figures: { case: string; what: string; value: number; goal?: { atMost: number } }[];
    };
    expect([...new Set(figures.map((figure) => figure.case))].toSorted()).toEqual(CASES);
    const exact = figures.filter(({ what }) => EXACT.some((words) => what.includes(words)));
    expect(exact.filter(({ value, goal }) => value > (goal?.atMost ?? 0))).toEqual([]);
  },
  DEADLINE_MS,
);
