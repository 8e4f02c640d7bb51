import { CommanderError } from 'commander';
import { BadConfiguration } from '../domain/bad-configuration.ts';
import { isFailure, type Failure, type FailureKind } from '../domain/failure.ts';
import { UsageError } from './usage-error.ts';

/** What a command that broke off says, and how it ends; null for a bug, which keeps its stack. */
export function endingOf(error: unknown): { code: 0 | 1 | 2; words: string } | null {
  // Commander has said already what was wrong with the command line; asking for help is no fault.
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? 0 : 2, words: '' };
  if (error instanceof UsageError || error instanceof BadConfiguration) return { code: 2, words: `${error.message}\n` };
  if (isFailure(error)) return { code: 1, words: `${wordsFor(error)}\n` };
  return null;
}

const WHO: Readonly<Record<string, string>> = { checkr: 'Checkr', salesforce: 'Salesforce', redis: 'Redis' };
const WHAT: Partial<Record<FailureKind, string>> = {
  unavailable: 'does not answer as it should',
  unauthorized: 'refuses our key or login',
  'rate-limited': 'takes no more calls for the moment',
  'not-found': 'does not know what was asked for',
};

/** By its code alone: what others said may hold personal data. */
function wordsFor({ code, kind, fields }: Failure): string {
  const who = WHO[code.split('-')[0] ?? ''] ?? 'Something';
  const about = fields.length > 0 ? `: ${fields.join(', ')}` : '';
  return `Broken off: ${who} ${WHAT[kind] ?? 'refuses that'} (${code}${about}). \`doctor\` names the hop that is broken, and its mend.`;
}
