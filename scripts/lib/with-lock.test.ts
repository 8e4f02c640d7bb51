import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findOnPath } from './find-on-path.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

const PROGRAMS = ['bash', 'cat', 'ln', 'mkdir', 'readlink', 'rm', 'rmdir', 'sleep'];
/** Says when it goes in and out; two that overlap would say "in" twice in a row. */
const TURN = 'turn() { echo in >>turns; sleep 0.2; echo out >>turns; }';

/** A checkout of the scripts alone, and a PATH with or without flock. */
function setup({ flock }: { flock: boolean }) {
  const cwd = mkdtempSync(join(tmpdir(), 'with space '));
  symlinkSync(join(projectRoot, 'scripts'), join(cwd, 'scripts'));
  const bin = join(cwd, 'bin');
  mkdirSync(bin);
  for (const name of flock ? [...PROGRAMS, 'flock'] : PROGRAMS) symlinkSync(findOnPath([name]) ?? '', join(bin, name));
  const bash = (script: string) =>
    runCommand(join(bin, 'bash'), ['-c', `set -euo pipefail; source scripts/lib/with-lock.sh; ${script}`], {
      ...{ cwd, env: { PATH: bin } },
    });
  return { bash, cwd };
}

const kinds = findOnPath(['flock']) === undefined ? [false] : [true, false];

describe.each(kinds.map((flock) => ({ flock })))('the install lock (flock: $flock)', (kind) => {
  test('lets one in at a time', async () => {
    const { bash } = setup(kind);
    const results = await Promise.all([1, 2, 3].map(() => bash(`${TURN}; with_lock t turn`)));
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect((await bash('cat turns')).stdout).toBe('in\nout\n'.repeat(3));
  });

  test('is free again after a failure, which is passed on', async () => {
    const { bash } = setup(kind);
    const failed = await bash('no() { fail "no network"; }; with_lock t no');
    expect(failed).toMatchObject({ code: 1, stderr: 'no network\n' });
    expect((await bash('with_lock t echo yes')).stdout).toBe('yes\n');
  });
});

test('without flock, the lock of a dead process is taken over and nothing is left of it', async () => {
  const { bash, cwd } = setup({ flock: false });
  const { pid } = spawnSync('true');
  mkdirSync(join(cwd, '.cache'));
  symlinkSync(String(pid), join(cwd, '.cache', 't.lock-owner'));
  expect((await bash('with_lock t echo mine')).stdout).toBe('mine\n');
  expect(readdirSync(join(cwd, '.cache'))).toEqual([]);
});
