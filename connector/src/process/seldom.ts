/** How often the same trouble is worth a line. */
export const SAID_EVERY_MS = 5000;

/**
 * Says the first of what may come thousands of times, then one each `everyMs` with how many were held back:
 * a Redis that refuses does so as often as it is asked.
 */
export function seldom<T>(everyMs: number, say: (what: T, heldBack: number) => void): (what: T) => void {
  let nextAt = 0;
  let heldBack = 0;
  return (what) => {
    if (Date.now() < nextAt) {
      heldBack += 1;
      return;
    }
    nextAt = Date.now() + everyMs;
    say(what, heldBack);
    heldBack = 0;
  };
}
