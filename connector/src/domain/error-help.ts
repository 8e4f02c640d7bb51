import { HELP_BY_CODE, HELP_BY_STATUS, HELP_BY_WORDS, HELP_BY_WORDS_ABOUT_REPORT, WAITS } from './error-sentences.ts';
import type { Failure } from './failure.ts';

/** One refusal may name several faults; more than this is no help. */
const MOST_SENTENCES = 3;

const GENERIC_ORDER =
  'Checkr refused this request. Read its message, correct the Lead or Contact, then resume the check.';
const GENERIC_DECISION = 'Checkr refused this decision, so it was withdrawn. Read its message, then decide again.';

/** A plain sentence for the person at the screen: what to mend and where. */
export function helpFor(failure: Failure, about: 'order' | 'decision' = 'order'): string {
  const byCode = HELP_BY_CODE[failure.code];
  if (byCode) return byCode;
  const table = about === 'order' ? [...HELP_BY_WORDS_ABOUT_REPORT, ...HELP_BY_WORDS] : HELP_BY_WORDS_ABOUT_REPORT;
  const sentences = failure.vendorWords.flatMap((words) => table.find(([pattern]) => pattern.test(words))?.[1] ?? []);
  if (sentences.length > 0) return [...new Set(sentences)].slice(0, MOST_SENTENCES).join(' ');
  return HELP_BY_STATUS[failure.code] ?? (about === 'order' ? GENERIC_ORDER : GENERIC_DECISION);
}

/** The same where nothing was refused for good: what is in the way, and that whatever was asked for waits. */
export function waitingHelpFor(failure: Failure): string {
  return `${helpFor(failure)} ${WAITS}`;
}
