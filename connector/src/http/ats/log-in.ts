import type { MiddlewareHandler } from 'hono';
import type { AtsAccount } from '../../domain/ats-account.ts';
import type { AtsLogin } from '../../domain/ats-ports.ts';
import { Failure } from '../../domain/failure.ts';
import { addressOf } from '../address-of.ts';

/** What the routes behind the login find in their context. */
export interface AtsEnv {
  Variables: { account: AtsAccount };
}

/** No longer secret is ever issued; hashing one would cost more than reading it. */
const MAX_SECRET_LENGTH = 256;

/** HTTP Basic, before anything of the body is read. */
export function logIn(login: AtsLogin, proxyHops: number): MiddlewareHandler<AtsEnv> {
  return async function logIn(c, next) {
    const { account, secret } = credentialsIn(c.req.header('authorization'));
    c.set('account', await login.logIn({ account, secret, address: addressOf(c, proxyHops) }));
    await next();
  };
}

function credentialsIn(header: string | undefined): { account: string; secret: string } {
  const [, encoded = ''] = /^Basic +([A-Za-z0-9+/_-]+={0,2}) *$/i.exec(header ?? '') ?? [];
  if (!encoded) throw new Failure('unauthorized', 'ats-login-missing');
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const secret = text.slice(colon + 1);
  if (colon < 1 || secret === '' || secret.length > MAX_SECRET_LENGTH)
    throw new Failure('unauthorized', 'ats-login-wrong');
  return { account: text.slice(0, colon), secret };
}
