/** What was typed cannot be carried out; its message says what to type instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
