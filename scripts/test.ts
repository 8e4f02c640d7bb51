import { parseArgs } from 'node:util';
import { newRun, shown } from './lib/new-run.ts';
import { wordsFor } from './lib/problem.ts';
import { runSuite } from './lib/run-suite.ts';
import { say, seconds, withTicker } from './lib/say.ts';
import type { TestCounts } from './lib/test-report.ts';
import { createTestResources, type TestResources } from './lib/test-resources.ts';
import { testSuites, type TestSuite } from './lib/test-suites.ts';

const HELP = `scripts/test [suite…]   runs every test, or the suites named:
${testSuites.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join('\n')}

FRESH=1   do not use the machine's Node, Redis and Chromium, but copies of our own in .cache
CI=true   a skipped test or suite counts as failed`;

const WIDTH = Math.max(...testSuites.map(({ name }) => name.length)) + 2;
const TICK_MS = 15_000;
const isStrict = Boolean(process.env['CI']);

process.exitCode = await main().catch((error: unknown) => {
  say(wordsFor(error));
  say('0 passed, 1 failed');
  return 1;
});

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  if (values.help) return (say(HELP), 0);
  const unknown = positionals.filter((name) => !testSuites.some((suite) => suite.name === name));
  if (unknown.length > 0) return (say(`No suite is called ${unknown.join(', ')}.\n\n${HELP}`), 2);
  const suites = testSuites.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  return runAll(suites);
}

async function runAll(suites: TestSuite[]): Promise<number> {
  const { logFolder } = newRun('test');
  const resources = createTestResources({ fresh: Boolean(process.env['FRESH']) });
  const run = (suite: TestSuite) => runAndTell(suite, resources, logFolder);
  const inOrder = async () => {
    const counts: TestCounts[] = [];
    for (const suite of suites.filter(({ runsBeside }) => !runsBeside)) counts.push(await run(suite));
    return [...counts, ...(await Promise.all(suites.filter(({ runsBeside }) => runsBeside).map(run)))];
  };
  const all = await withTicker(inOrder(), TICK_MS).finally(() => resources.close());
  const sum = (count: (counts: TestCounts) => number) => all.reduce((total, counts) => total + count(counts), 0);
  const failed = sum((counts) => counts.failed);
  if (failed > 0) say(`Logs: ${shown(logFolder)}`);
  say(`${sum((counts) => counts.passed)} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function runAndTell(suite: TestSuite, resources: TestResources, logFolder: string): Promise<TestCounts> {
  const title = suite.name.padEnd(WIDTH);
  say(`${title} begins: ${suite.about}`);
  const started = performance.now();
  const environment = await resources.environmentFor(suite);
  const counts =
    'missing' in environment
      ? skippedSuite(environment.missing)
      : strictly(await runSuite(suite, logFolder, environment.env));
  const numbers = `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`;
  say(`${title} ${numbers} in ${seconds(performance.now() - started)}`);
  for (const { name, reason } of counts.failures) say(`  failed: ${name}\n          ${reason}`);
  return counts;
}

function skippedSuite(reason: string): TestCounts {
  if (!isStrict) say(`  skipped: ${reason}`);
  const failures = isStrict ? [{ name: 'the suite cannot run', reason }] : [];
  return { passed: 0, failed: failures.length, skipped: isStrict ? 0 : 1, failures };
}

/** Where CI is set, what was skipped was not proven. */
function strictly(counts: TestCounts): TestCounts {
  if (!isStrict || counts.skipped === 0) return counts;
  const failures = [
    ...counts.failures,
    { name: `${counts.skipped} skipped tests`, reason: 'skipping is failing in CI' },
  ];
  return { ...counts, skipped: 0, failed: counts.failed + counts.skipped, failures };
}
