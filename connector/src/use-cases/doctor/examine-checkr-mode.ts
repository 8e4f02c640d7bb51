import type { ConnectionProfile } from '../../domain/connection.ts';
import { broken, ok, unsure, type Finding } from '../../domain/finding.ts';
import type { CheckrSurveyor } from '../../domain/survey.ts';

interface Paired {
  surveyor: Pick<CheckrSurveyor, 'newestInvitationHost'>;
  profile: ConnectionProfile;
  /** Address of the API, as configured. */
  apiUrl: string;
}

const STEP = 'checkr-mode';
const MEND = 'Correct one of the two: CHECKR_MODE, or the key in CHECKR_API_KEYS.';
const TEST_ADDRESS = /staging|test|sandbox|localhost|127\.0\.0\.1/;
/** Where applicants of a live account are led; those of a test key are led to another host, at the same API address. */
const LIVE_LINKS = 'apply.checkr.com';

/** A live connection at an address for tests, which shows without asking. */
export function addressFault({ profile, apiUrl }: Omit<Paired, 'surveyor'>): Finding[] {
  if (profile.mode !== 'live' || !TEST_ADDRESS.test(new URL(apiUrl).hostname)) return [];
  return [broken(STEP, `CHECKR_MODE is live, but ${apiUrl} is a test address.`, 'Correct one of the two.')];
}

/**
 * Whether the key is of the kind the configuration says. Neither the key nor the account tells; the link of an invitation
 * does, once there is one.
 */
export async function examineCheckrMode(paired: Paired): Promise<Finding> {
  const [fault] = addressFault(paired);
  if (fault) return fault;
  const { mode } = paired.profile;
  const host = await paired.surveyor.newestInvitationHost();
  if (host === LIVE_LINKS && mode === 'test')
    return broken(STEP, 'CHECKR_MODE is test, but the newest invitation is a live one: it was billed.', MEND);
  if (host !== null && TEST_ADDRESS.test(host) && mode === 'live')
    return broken(STEP, 'CHECKR_MODE is live, but the newest invitation is one for tests: nobody is checked.', MEND);
  const words = `Ordering in mode ${mode} at ${new URL(paired.apiUrl).hostname}`;
  if (host === LIVE_LINKS || (host !== null && TEST_ADDRESS.test(host)))
    return ok(STEP, `${words}, as the newest invitation shows.`);
  if (TEST_ADDRESS.test(new URL(paired.apiUrl).hostname)) return ok(STEP, `${words}.`);
  const next = 'Order one check (doctor --synthetic in a test org), then look again: its link tells.';
  return unsure(STEP, `${words}; no invitation shows yet whether the key is of that kind.`, next);
}
