import { CommanderError } from 'commander';
import { BadConfiguration } from '../domain/bad-configuration.ts';

/** What was typed cannot be carried out; its message says what to type instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** How a command that could not begin ends, and what is still to be said; null where it had begun. */
export function endOfUnbegun(error: unknown): { code: number; words: string } | null {
  // It has said so itself; asking for help is no fault.
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? 0 : 2, words: '' };
  const isKnown = error instanceof UsageError || error instanceof BadConfiguration;
  return isKnown ? { code: 2, words: `${error.message}\n` } : null;
}
