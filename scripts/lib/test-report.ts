import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** What a runner's JSON report says; vitest and jest write the same shape. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
  /** The failed ones: what they are called, and the first line of why. */
  failures: { name: string; reason: string }[];
}

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

type FileResult = z.infer<typeof reportSchema>['testResults'][number];

/** Counts tests; a file that could not be run is one failed test. @throws when it is not such a report. */
export function countTests(report: unknown): TestCounts {
  const files = reportSchema.parse(report).testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const failures = files.flatMap(failuresOf);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length;
  return { passed, failed: failures.length, skipped: tests.length - passed - failed, failures };
}

function failuresOf({ name, status, message, assertionResults }: FileResult): TestCounts['failures'] {
  const failed = assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ fullName, failureMessages }) => ({ name: fullName, reason: firstLine(failureMessages?.[0] ?? '') }));
  if (failed.length > 0 || status === 'passed') return failed;
  return [{ name, reason: firstLine(message ?? '') || 'the file could not be run' }];
}

/** Runners colour their messages, and begin some with an empty line; vitest's word for a time-out says nothing. */
function firstLine(text: string): string {
  if (text.startsWith('Error: STACK_TRACE_ERROR')) return 'timed out';
  return stripVTControlCharacters(text).trim().split('\n')[0] ?? '';
}
