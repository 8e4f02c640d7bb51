import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectRoot } from './lib/project-root.ts';

/** The static half of `npm run verify`, so that the one test command and CI hold to it too. */
test.each(['format', 'lint', 'types', 'layers', 'dead-code', 'secrets', 'licenses'])(
  'npm run %s finds nothing',
  (script) => {
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    expect(status === 0 ? '' : `${stdout}${stderr}`).toBe('');
  },
);
