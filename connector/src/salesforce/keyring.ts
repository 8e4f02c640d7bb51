import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';

/**
 * JWT bearer with a private key, or client credentials with a secret. An app in Salesforce has one certificate, so while it
 * is replaced both keys are here, and whichever the org takes at the moment is used.
 */
export type OrgCredentials = { privateKeys: [string, ...string[]] } | { clientSecrets: [string, ...string[]] };

/** What a login is asked for with, one key or secret each. */
type Grant = () => Promise<{ grant_type: string; [name: string]: string }>;

/** The keys or secrets of one app, and which of them the org takes. */
export interface Keyring {
  /** Runs `logIn` with the one that was taken last, then with the others while the org takes none. @throws what the first try threw */
  tryInTurn(logIn: (grant: Grant) => Promise<void>): Promise<void>;
  inUse(): { position: number; of: number } | null;
}

interface KeyringOptions {
  loginUrl: string;
  clientId: string;
  username: string;
  credentials: OrgCredentials;
}

/** Salesforce takes assertions up to five minutes ahead. */
const ASSERTION_LIFETIME = '3m';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** How the token address refuses a key or a secret it does not know; any other refusal is the same for all of them. */
const NOT_THIS_ONE = ['invalid_grant', 'invalid_client'];

/** A keyring that begins with the first. */
export function createKeyring(options: KeyringOptions): Keyring {
  const grants = grantsOf(options);
  let current = 0;
  let isProven = false;
  return {
    inUse: () => (isProven ? { position: current + 1, of: grants.length } : null),
    async tryInTurn(logIn) {
      const order = [current, ...grants.map((_, index) => index).filter((index) => index !== current)];
      let refusal: unknown;
      for (const index of order) {
        try {
          await logIn(grants[index] ?? grants[0]);
          [current, isProven] = [index, true];
          return;
        } catch (error) {
          refusal ??= error;
          if (!(error instanceof Error) || !NOT_THIS_ONE.includes(error.name)) throw error;
        }
      }
      throw refusal;
    },
  };
}

function grantsOf(options: KeyringOptions): [Grant, ...Grant[]] {
  const { credentials, clientId } = options;
  const [first, ...others] =
    'clientSecrets' in credentials
      ? credentials.clientSecrets.map(
          (secret): Grant =>
            () =>
              Promise.resolve({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret }),
        )
      : credentials.privateKeys.map(
          (key): Grant =>
            () =>
              assertionBy(key, options),
        );
  if (!first) throw new Error('a keyring needs a key');
  return [first, ...others];
}

async function assertionBy(key: string, { clientId, username, loginUrl }: KeyringOptions) {
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(clientId)
    .setSubject(username)
    .setAudience(loginUrl)
    .setExpirationTime(ASSERTION_LIFETIME)
    .sign(createPrivateKey(key));
  return { grant_type: JWT_BEARER, assertion };
}
