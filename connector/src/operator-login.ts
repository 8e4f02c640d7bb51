import type { Redis } from 'ioredis';
import { createAtsLogin } from './ats/login.ts';
import { ATS_RESULT_WORDS } from './domain/ats-account.ts';
import type { AtsLogin } from './domain/ats-ports.ts';
import { KEY_PREFIX } from './queue/redis.ts';
import { createLoginGuard } from './store/login-guard.ts';

/** Name the operator logs in by. */
const OPERATOR = 'operator';

/** The operator's login to the pages: hashed at rest and guarded against guessing as every other login. */
export function createOperatorLogin(passwordHash: string, redis: Redis): AtsLogin {
  const account = {
    ...{ id: OPERATOR, connection: '', company: '', owner: '' },
    ...{ callbackHosts: [], resultWords: ATS_RESULT_WORDS },
  };
  const guard = createLoginGuard(redis, `${KEY_PREFIX}:operator`);
  return createAtsLogin({ accounts: [{ account, secretHashes: [passwordHash] }], guard });
}
