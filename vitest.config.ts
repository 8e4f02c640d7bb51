import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/lib/longest-first.ts';

const node = { environment: 'node', testTimeout: 20_000, hookTimeout: 60_000 } as const;
// `isolate: false`: no module keeps state between tests, so a worker keeps what it has loaded and parsed.

/**
 * One project per cost class: `unit` needs nothing, `simulators` (and the package in them) and `checks` time, `deploy` the Salesforce CLI, `e2e` a Redis,
 * `pages` a Chromium, `browser` both.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...node,
          name: 'unit',
          isolate: false,
          include: ['{connector/src,scripts,bench}/**/*.test.ts'],
          exclude: ['**/*.cli.test.ts', 'scripts/checks.test.ts', 'scripts/package-checks/**', '**/node_modules/**'],
        },
      },
      {
        test: {
          ...node,
          name: 'e2e',
          include: ['connector/test/**/*.test.ts'],
          // Each file has a stack and a Redis database of its own.
          maxWorkers: 2,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...node,
          name: 'simulators',
          isolate: false,
          include: ['simulators/**/*.test.ts', 'scripts/package-checks/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/*.cli.test.ts', '**/node_modules/**'],
        },
      },
      { test: { ...node, name: 'checks', include: ['scripts/checks.test.ts'], testTimeout: 300_000 } },
      {
        test: {
          ...node,
          name: 'deploy',
          include: ['{simulators,scripts}/**/*.cli.test.ts'],
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          ...node,
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/shared-stack.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          ...node,
          name: 'pages',
          include: ['simulators/**/*.browser.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
