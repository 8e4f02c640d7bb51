import { pollUntil } from '../poll-until.ts';
import { Problem } from '../problem.ts';
import type { Requester, ShownCheck } from './requester.ts';

/** What a check shall look like. */
export interface WantedCheck {
  status: string;
  /** Badges that must be there. */
  badges?: string[];
}

const DEADLINE_MS = 60_000;

/** Waits until the newest check is shown as wanted. @throws Problem with what is shown instead. */
export async function untilShown(
  requester: Pick<Requester, 'shownCheck'>,
  wanted: WantedCheck,
  deadlineMs = DEADLINE_MS,
): Promise<ShownCheck> {
  let last: ShownCheck | undefined;
  const read = async () => {
    last = await requester.shownCheck();
    return last !== undefined && isAsWanted(last, wanted) && last;
  };
  return pollUntil(read, { what: 'the check', deadlineMs }).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    const seen = last ? `${last.status}${last.badges.map((badge) => ` [${badge}]`).join('')}` : 'no check';
    throw new Problem(`${seen}, for ${deadlineMs / 1000} s`);
  });
}

function isAsWanted(shown: ShownCheck, { status, badges = [] }: WantedCheck): boolean {
  return shown.status === status && badges.every((badge) => shown.badges.includes(badge));
}
