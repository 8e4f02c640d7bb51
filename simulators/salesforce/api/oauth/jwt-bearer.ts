import { compactVerify, decodeJwt, importSPKI, importX509 } from 'jose';
import { z } from 'zod';
import type { RunningUser } from '../../model.ts';
import type { Org } from '../../org-model.ts';
import type { ConnectedApp } from './connected-apps.ts';
import { OAuthRefusal } from './oauth-refusal.ts';

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
});

const SALESFORCE_AUDIENCES = ['https://login.salesforce.com', 'https://test.salesforce.com'];
/** Larger numbers are milliseconds, as the sf CLI sends them. */
const LATEST_SECONDS = 100_000_000_000;

/**
 * The user a JWT bearer assertion logs in. `origin` is the org's own address, which may be its audience.
 * @throws OAuthRefusal
 */
export async function userFromAssertion(
  { org, apps, origin }: { org: Org; apps: ConnectedApp[]; origin: string },
  assertion: string,
): Promise<RunningUser> {
  const claims = readClaims(assertion);
  const app = apps.find(({ clientId }) => clientId === claims.iss);
  if (!app) throw new OAuthRefusal('invalid_client_id', 'client identifier invalid');
  await checkSignature(app, assertion);
  // Clients sign by their own clocks, which nobody moved when the org's clock was moved.
  checkClaims(claims, origin, new Date());
  const user = org.findUser(claims.sub);
  const isApproved = !app.approvedUsers || app.approvedUsers.includes(claims.sub);
  if (!user || !isApproved) throw new OAuthRefusal('invalid_grant', "user hasn't approved this consumer");
  return user;
}

function readClaims(assertion: string): z.infer<typeof claimsSchema> {
  try {
    return claimsSchema.parse(decodeJwt(assertion));
  } catch {
    throw invalidAssertion();
  }
}

async function checkSignature({ publicKeyPem }: ConnectedApp, assertion: string): Promise<void> {
  if (!publicKeyPem) throw invalidAssertion();
  try {
    const isCertificate = publicKeyPem.includes('BEGIN CERTIFICATE');
    const key = await (isCertificate ? importX509(publicKeyPem, 'RS256') : importSPKI(publicKeyPem, 'RS256'));
    await compactVerify(assertion, key, { algorithms: ['RS256'] });
  } catch {
    throw invalidAssertion();
  }
}

function checkClaims({ aud, exp }: z.infer<typeof claimsSchema>, origin: string, now: Date): void {
  const allowed = [...SALESFORCE_AUDIENCES, origin];
  const audiences = [aud].flat().map((audience) => audience.replace(/\/+$/, ''));
  if (!audiences.some((audience) => allowed.includes(audience)))
    throw new OAuthRefusal('invalid_grant', 'audience is invalid');
  const expiresAtMs = exp > LATEST_SECONDS ? exp : exp * 1000;
  if (expiresAtMs <= now.getTime()) throw new OAuthRefusal('invalid_grant', 'expired authorization code');
}

function invalidAssertion(): OAuthRefusal {
  return new OAuthRefusal('invalid_grant', 'invalid assertion');
}
