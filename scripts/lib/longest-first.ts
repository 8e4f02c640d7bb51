import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take much longer than their size tells; begun last, one of them would keep a single worker busy at the end. */
const LONG = [
  'scripts/readme-deploy.cli.test.ts',
  'connector/test/bench.test.ts',
  'connector/test/kill-points/kill-points.test.ts',
  'connector/test/permissions.test.ts',
  'connector/test/faults/faults.test.ts',
];

/** Begins with the files that take longest, whatever an earlier run remembers of them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((path) => moduleId.endsWith(`/${path}`));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
