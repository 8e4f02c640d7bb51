import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './lib/project-root.ts';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const rules = read('docs/alerts.yml');
const operations = read('docs/operations.md');
const sources = globSync('connector/src/metrics/*.ts', { cwd: projectRoot }).map(read).join('\n');
const shown = new Set([...sources.matchAll(/name: '(bgcheck_\w+)'/g)].map(([, name = '']) => name));

test('every number an alarm asks for is one the connector shows', () => {
  const asked = [...rules.matchAll(/bgcheck_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
  expect(asked.length).toBeGreaterThan(8);
  expect(asked.filter((name) => !shown.has(name))).toEqual([]);
});

test('every number the connector shows is explained', () => {
  expect([...shown].filter((name) => !operations.includes(`\`${name}\``))).toEqual([]);
});

test('every alarm has a section that says what to do, and no section is without its alarm', () => {
  const alarms = [...rules.matchAll(/alert: (\w+)/g)].map(([, name]) => name);
  const sections = [...read('docs/runbook.md').matchAll(/^## (\S+)$/gm)].map(([, title]) => title);
  expect(sections).toEqual(alarms);
});
