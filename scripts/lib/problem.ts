/** Something a person can mend; its message says what and how, and is shown without a stack. */
export class Problem extends Error {
  override name = 'Problem';
}

/** What to print for anything thrown: a problem's sentence, or the whole stack of a bug. */
export function wordsFor(thrown: unknown): string {
  if (thrown instanceof Problem) return thrown.message;
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
