import type { Check } from 'c/checksOfPerson';

/**
 * True while what the card says of these checks, the newest first, may change by itself: a reviewer's decision and a mended
 * error move a check on, too, and no pass may be shown longer than it holds.
 */
export function isMoving(checks: Check[]): boolean {
    return checks.some(({ isOpen, isCleared }) => isOpen || isCleared) || checks[0]?.requestedAction !== undefined;
}
