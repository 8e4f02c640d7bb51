import { createHmac, randomBytes } from 'node:crypto';
import type { AtsAccount } from '../domain/ats-account.ts';
import type { AtsLogin } from '../domain/ats-ports.ts';
import { Failure } from '../domain/failure.ts';
import { isSecretOf } from './secret-hash.ts';

/** Each try costs a core 60 ms: more at once would let anybody slow the doors down. */
const MOST_AT_ONCE = 2;
/** A secret nobody has: an unknown account takes as long as a wrong secret. */
const NOBODYS_HASH = `scrypt:16384:8:1:${'A'.repeat(22)}:${'A'.repeat(43)}`;

interface LoginOptions {
  accounts: { account: AtsAccount; secretHashes: string[] }[];
  /** Counts failed logins. */
  guard: LoginGuard;
}

/** Keeps whoever guesses from guessing on. */
export interface LoginGuard {
  /** @throws Failure `rate-limited` where too many logins failed. */
  refuseGuessers(login: { account: string; address: string }): Promise<void>;
  countFailure(login: { account: string; address: string }): Promise<void>;
}

/**
 * Logs accounts in by secrets hashed at rest. A login that worked is known again by a digest that only this process can
 * make, so that the hash is computed once a process and secret, and guessers never lock the account's owner out.
 */
export function createAtsLogin({ accounts, guard }: LoginOptions): AtsLogin {
  const key = randomBytes(32);
  const known = new Map<string, Promise<boolean>>();
  let running = 0;

  async function isRight(hashes: string[], secret: string): Promise<boolean> {
    if (running >= MOST_AT_ONCE) throw new Failure('busy', 'ats-logins-at-once');
    running += 1;
    try {
      const right = await Promise.all(hashes.map((hash) => isSecretOf(hash, secret)));
      return right.includes(true);
    } finally {
      running -= 1;
    }
  }

  /** Remembers what was right, for as long as the process lives: as many as there are secrets. */
  function verify(digest: string, hashes: string[], secret: string): Promise<boolean> {
    const before = known.get(digest);
    if (before) return before;
    const verdict = isRight(hashes, secret);
    known.set(digest, verdict);
    verdict.then(
      (right) => right || known.delete(digest),
      () => known.delete(digest),
    );
    return verdict;
  }

  return {
    async logIn({ account: id, secret, address }) {
      const found = accounts.find(({ account }) => account.id === id);
      const digest = createHmac('sha256', key).update(`${id}\0${secret}`).digest('base64');
      if (!known.has(digest)) await guard.refuseGuessers({ account: id, address });
      const isKnown = await verify(digest, found?.secretHashes ?? [NOBODYS_HASH], secret);
      if (found && isKnown) return found.account;
      await guard.countFailure({ account: id, address });
      throw new Failure('unauthorized', 'ats-login-wrong');
    },
  };
}
