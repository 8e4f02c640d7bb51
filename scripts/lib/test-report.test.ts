import { expect, test } from 'vitest';
import { countTests } from './test-report.ts';

const passed = { fullName: 'a clear report is a pass', status: 'passed', failureMessages: [] };
const file = { name: '/project/a.test.ts', status: 'passed', message: '', assertionResults: [passed] };

test('a failed test is counted with its name and the first line of its message, without colours', () => {
  const failed = { fullName: 'late', status: 'failed', failureMessages: ['\u001b[31mexpected 1\u001b[39m\n  at x'] };
  const counts = countTests({ testResults: [{ ...file, status: 'failed', assertionResults: [passed, failed] }] });
  expect(counts).toEqual({ passed: 1, failed: 1, skipped: 0, failures: [{ name: 'late', reason: 'expected 1' }] });
});

test('a time-out is called so', () => {
  const failed = { fullName: 'slow', status: 'failed', failureMessages: ['Error: STACK_TRACE_ERROR\n    at x'] };
  expect(countTests({ testResults: [{ ...file, assertionResults: [failed] }] }).failures[0]?.reason).toBe('timed out');
});

test('a file that could not be run is one failed test', () => {
  const broken = { name: '/project/b.test.ts', status: 'failed', message: 'Cannot find x', assertionResults: [] };
  const { failed, failures } = countTests({ testResults: [file, broken] });
  expect({ failed, failures }).toEqual({ failed: 1, failures: [{ name: broken.name, reason: 'Cannot find x' }] });
});

test('pending, skipped and todo tests are skipped ones', () => {
  const others = ['pending', 'skipped', 'todo'].map((status) => ({ fullName: status, status }));
  const counts = countTests({ testResults: [{ ...file, assertionResults: [passed, ...others] }] });
  expect([counts.passed, counts.failed, counts.skipped]).toEqual([1, 0, 3]);
});

test('something that is no report is refused', () => {
  expect(() => countTests({ success: true })).toThrow();
});
