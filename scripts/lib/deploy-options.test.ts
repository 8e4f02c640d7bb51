import { expect, test } from 'vitest';
import { parseDeployOptions } from './deploy-options.ts';

test('without flags the package and the per-org part go into an org of our own', () => {
  expect(parseDeployOptions([])).toEqual({
    ...{ help: false, dryRun: false, rest: false },
    ...{ sourceDirs: ['force-app/main', 'force-app/org'], isWhole: true },
  });
});

test('folders given replace the default ones, and the address of the org loses its slash', () => {
  const args = ['--source-dir', 'a', '--source-dir', 'b', '--org-url', 'http://127.0.0.1:4010/', '--dry-run', '--rest'];
  expect(parseDeployOptions(args)).toEqual({
    ...{ help: false, dryRun: true, rest: true },
    ...{ sourceDirs: ['a', 'b'], isWhole: false, orgUrl: 'http://127.0.0.1:4010' },
  });
});

test('an unknown flag and an address that is none are named', () => {
  expect(() => parseDeployOptions(['--dryrun'])).toThrow('--dryrun');
  expect(() => parseDeployOptions(['--org-url', 'somewhere'])).toThrow('--org-url somewhere is no URL');
});
