import type { ConnectionProfile } from '../../domain/connection.ts';
import { isFailure, type Failure } from '../../domain/failure.ts';
import { broken, ok, type Finding } from '../../domain/finding.ts';
import type { OrgIdentity, OrgSurveyor } from '../../domain/survey.ts';

/** Why a login fails, by what Salesforce calls it. */
const REFUSALS: readonly [pattern: RegExp, words: string, mend: string][] = [
  [
    /invalid-client/,
    'Salesforce does not know the app (or its secret).',
    'Correct SALESFORCE_CLIENT_ID (and SALESFORCE_CLIENT_SECRET): Setup, External Client App Manager.',
  ],
  [
    /invalid-grant/,
    'Salesforce does not let this user in through the app.',
    'Check SALESFORCE_USERNAME, that the user is active and has the permission set, that SALESFORCE_PRIVATE_KEY fits the certificate of the app, and SALESFORCE_LOGIN_URL (test or login, or the My Domain).',
  ],
  [/login-loop/, 'The org refuses the tokens it has just given.', 'Look at Setup, Login History of the user.'],
  [
    /unreachable|error-http/,
    'The login address does not answer as Salesforce does.',
    'Correct SALESFORCE_LOGIN_URL: https://login.salesforce.com, https://test.salesforce.com or the My Domain.',
  ],
  [
    /request-limit-exceeded/,
    'The org has used up its API calls of the last 24 hours.',
    'Wait, or find out in Setup, System Overview who uses them; nothing is lost meanwhile.',
  ],
];

/** Logs in, and holds what the org is against what the configuration says. */
export async function examineLogin(
  surveyor: OrgSurveyor,
  profile: ConnectionProfile,
): Promise<{ identity: OrgIdentity | null; findings: Finding[] }> {
  try {
    const identity = await surveyor.getIdentity();
    return { identity, findings: [loginOf(identity), orgOf(identity, profile), modeOf(identity, profile)] };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { identity: null, findings: [refused(error)] };
  }
}

/** While a key is replaced this says when the old one may go. */
function loginOf({ username, key: { position, of } }: OrgIdentity): Finding {
  const which = of === 1 ? '' : ` with key ${position} of ${of}`;
  return ok('salesforce-login', `Logged in as ${username}${which}.`);
}

function refused(failure: Failure): Finding {
  const [, words, mend] = REFUSALS.find(([pattern]) => pattern.test(failure.code)) ?? [
    null,
    `Salesforce refuses the login (${failure.code}).`,
    'Look at Setup, Login History of the user for its reason.',
  ];
  return broken('salesforce-login', words, mend);
}

function orgOf({ orgId }: OrgIdentity, profile: ConnectionProfile): Finding {
  if (orgId === profile.orgId) return ok('salesforce-org', `It is org ${orgId}.`);
  const words = `It is org ${orgId}, but SALESFORCE_ORG_ID says ${profile.orgId}.`;
  return broken('salesforce-org', words, 'Correct one of the two; messages of the other org are refused.');
}

function modeOf({ isTest }: OrgIdentity, { mode }: ConnectionProfile): Finding {
  const kind = isTest ? 'a sandbox, Developer Edition or trial' : 'a production org';
  if (isTest === (mode === 'test')) return ok('mode', `It is ${kind} and orders from a ${mode} account.`);
  const words = `It is ${kind}, but CHECKR_MODE is ${mode}: every order is refused.`;
  return broken('mode', words, 'Pair a test org with a test account and a production org with a live one.');
}
