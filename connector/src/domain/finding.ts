/** `unsure`: could not be told from here; `warning`: works, but not for long or not as well as it should. */
export type FindingState = 'ok' | 'warning' | 'broken' | 'unsure';

/** What one look at one hop came to. */
export interface Finding {
  /** Which step of the way was looked at, in kebab-case: `redis-eviction`. */
  step: string;
  state: FindingState;
  /** What is so, in plain words; never a secret, never personal data. */
  words: string;
  /** What to do about it; null when there is nothing to do. */
  mend: string | null;
}

/** A step that is as it should be. */
export function ok(step: string, words: string): Finding {
  return { step, state: 'ok', words, mend: null };
}

/** A step that stops checks from moving. */
export function broken(step: string, words: string, mend: string): Finding {
  return { step, state: 'broken', words, mend };
}

export function warning(step: string, words: string, mend: string): Finding {
  return { step, state: 'warning', words, mend };
}

export function unsure(step: string, words: string, mend: string): Finding {
  return { step, state: 'unsure', words, mend };
}
