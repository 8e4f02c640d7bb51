import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './lib/project-root.ts';

const page = readFileSync(join(projectRoot, 'docs/requirements.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| \d\./.test(line));
const named = [...page.matchAll(/`([^`]+\.test\.ts)` › `([^`]+)`/g)].map(([, file = '', name = '']) => ({
  file,
  name,
}));

/** Whether the file has a test of exactly that name, as it is written there. */
function holds({ file, name }: { file: string; name: string }): boolean {
  const path = join(projectRoot, file);
  if (!existsSync(path)) return false;
  const text = readFileSync(path, 'utf8');
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${name}${quote}`));
}

test('every sentence of the requirements has a row', () => {
  const count = (part: string) => rows.filter((row) => row.startsWith(`| ${part}`)).length;
  expect([count('1.'), count('2.'), count('3.')]).toEqual([25, 18, 53]);
});

test('every test the requirements page names is there', () => {
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((each) => !holds(each))).toEqual([]);
});

test('every row names a test, but for what is no software', () => {
  const without = rows.filter((row) => !row.includes('.test.ts'));
  expect(without.map((row) => row.split('|')[1]?.trim())).toEqual(['2.2']);
});
