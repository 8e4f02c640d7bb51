import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findOnPath } from './find-on-path.ts';

function setup() {
  const root = mkdtempSync(join(tmpdir(), 'with space '));
  const folders = ['first', 'second'].map((name) => join(root, name));
  for (const folder of folders) mkdirSync(folder);
  const add = (folder: number, name: string, mode = 0o755) => {
    const file = join(folders[folder] ?? '', name);
    writeFileSync(file, '');
    chmodSync(file, mode);
    return file;
  };
  return { add, path: folders.join(':') };
}

test('the earlier name wins over the earlier folder', () => {
  const { add, path } = setup();
  add(0, 'valkey-server');
  const redis = add(1, 'redis-server');
  expect(findOnPath(['redis-server', 'valkey-server'], path)).toBe(redis);
});

test('a file that may not be executed and an absent one are not found', () => {
  const { add, path } = setup();
  add(0, 'redis-server', 0o644);
  expect(findOnPath(['redis-server', 'valkey-server'], path)).toBeUndefined();
});
