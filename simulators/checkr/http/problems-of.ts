import type { z } from 'zod';

/** Says in Checkr's words what a schema found: `x is missing, y is missing`, or `x is invalid`; unknown names are named. */
export function problemsOf(error: z.ZodError, input: unknown): string {
  return error.issues.flatMap((issue) => wordsFor(issue, input)).join(', ');
}

function wordsFor(issue: z.core.$ZodIssue, input: unknown): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${key} is not known to this simulator`);
  if (issue.path.length === 0) return [issue.message];
  const name = issue.path.map(String).join('.');
  if (isMissing(input, issue.path)) return [`${name} is missing`];
  if (issue.code === 'custom') return [issue.message];
  return [`${name} is invalid`];
}

function isMissing(input: unknown, path: PropertyKey[]): boolean {
  let value: unknown = input;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value === undefined || value === null || value === '';
}
