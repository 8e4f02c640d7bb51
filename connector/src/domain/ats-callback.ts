import { ATS_RESULT_WORDS, type AtsAccount, type AtsOutcome } from './ats-account.ts';
import type { AtsCallbackStatus } from './ats-callback-status.ts';
import type { CheckAdjudication, CheckResult, CheckStatus } from './check.ts';

/** What an applicant tracking system is to be told of a check, and how far that got. Times are Unix milliseconds. */
export interface AtsCallback {
  checkId: string;
  connectionKey: string | null;
  accountId: string;
  backgroundCheckId: string;
  webhookUrl: string;
  status: AtsCallbackStatus | null;
  /** Counts the results to be told; what became of an older one is refused by the org. */
  number: number;
  /** How often something was sent in vain since the last answer: the system may have taken it all the same. */
  attempts: number;
  since: number | null;
  nextAt: number | null;
  /** The word the system was told last. */
  told: string | null;
  check: FinalFacts;
}

/** What decides the outcome. */
export interface FinalFacts {
  status: CheckStatus;
  result: CheckResult | null;
  adjudication: CheckAdjudication | null;
  /** The org's own word for pass. */
  isCleared: boolean;
}

const HOUR_MS = 60 * 60 * 1000;
const LONGEST_GAP_MS = 6 * HOUR_MS;
/** How long a result is sent again before a person has to look. */
export const GIVE_UP_AFTER_MS = 72 * HOUR_MS;

/** How a check ended; null while it is open: nothing is told before that. */
export function atsOutcome({ status, result, adjudication, isCleared }: FinalFacts): AtsOutcome | null {
  if (status === 'Canceled') return 'canceled';
  if (status === 'Expired') return 'expired';
  if (status === 'Error') return 'error';
  if (status !== 'Completed') return null;
  if (isCleared) return 'cleared';
  return result === 'Adverse' || adjudication === 'Post-Adverse Action' ? 'adverse' : 'not-cleared';
}

/**
 * What the system is to be told now; empty for nothing. A pass that was told, or may have been, and holds no more is taken
 * back at once: while the check is open again, and also where the account wants to hear nothing of how it ended.
 */
export function wordToTell(
  words: AtsAccount['resultWords'],
  { check, told, attempts }: Pick<AtsCallback, 'check' | 'told' | 'attempts'>,
): string {
  const isPassTold = (told !== null && told === words.cleared) || attempts > 0;
  const outcome = atsOutcome(check) ?? (isPassTold ? 'not-cleared' : null);
  if (outcome === null) return '';
  return words[outcome] || (isPassTold ? ATS_RESULT_WORDS[outcome] : '');
}

/** When a result is sent again after so many attempts in vain: gaps that double, up to six hours. */
export function nextAttemptAt(now: number, attempts: number, firstGapMs: number): number {
  return now + Math.min(firstGapMs * 2 ** (attempts - 1), LONGEST_GAP_MS);
}
