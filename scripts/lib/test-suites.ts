import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** A runner with the part of the tests it runs. */
export interface TestSuite {
  name: string;
  about: string;
  /** It leaves a processor idle much of the time, so those like it run together, after the others. */
  runsBeside?: true;
  needs: ('redis' | 'redis-server' | 'chromium' | 'salesforce-cli')[];
  /** The program's file and its arguments, given where the JSON report shall go. */
  command(reportFile: string): string[];
}

const vitest = (...projects: string[]) => {
  const chosen = projects.flatMap((project) => ['--project', project]);
  return (reportFile: string) => [
    join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'),
    ...['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
  ];
};

const jest = (reportFile: string) => [
  join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js'),
  ...['--json', `--outputFile=${reportFile}`],
];

/** In the order they run: what fails fastest comes first. */
export const testSuites: TestSuite[] = [
  { name: 'unit', about: 'connector and scripts', needs: [], command: vitest('unit') },
  { name: 'simulators', about: 'Checkr, the org, and the package in it', needs: [], command: vitest('simulators') },
  { name: 'checks', about: 'format, lint, types, layers, dead code', needs: [], command: vitest('checks') },
  { name: 'components', about: 'the Lightning Web Components', needs: [], command: jest },
  { name: 'end-to-end', about: 'real processes and simulators', needs: ['redis'], command: vitest('e2e') },
  {
    name: 'deploy',
    about: 'the Salesforce CLI deploys the package, a simulated Heroku the connector',
    runsBeside: true,
    needs: ['salesforce-cli', 'redis-server'],
    command: vitest('deploy'),
  },
  {
    name: 'browser',
    about: 'the pages in Chromium',
    runsBeside: true,
    needs: ['redis', 'chromium'],
    command: vitest('pages', 'browser'),
  },
];
