import { Hono, type Context } from 'hono';
import type { RunningUser } from '../../model.ts';
import type { Org } from '../../org-model.ts';
import type { ApiEnv } from '../api-env.ts';
import { requireSession } from '../require-session.ts';
import type { Sessions } from '../sessions.ts';
import { userFromClientCredentials } from './client-credentials.ts';
import type { ConnectedApp } from './connected-apps.ts';
import { userFromAssertion } from './jwt-bearer.ts';
import { OAuthRefusal } from './oauth-refusal.ts';

export interface OAuthOptions {
  org: Org;
  sessions: Sessions;
  /** At the moment of a login. */
  apps: () => ConnectedApp[];
}

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** `POST /services/oauth2/token`, `GET /services/oauth2/userinfo`, `GET /id/<org>/<user>`. */
export function oauthRoutes(options: OAuthOptions): Hono<ApiEnv> {
  const { org, sessions } = options;
  return new Hono<ApiEnv>()
    .post('/services/oauth2/token', async (c) => {
      try {
        const user = await logIn(c, options);
        return c.json(tokenAnswer(org, sessions.create(user).id, { user, origin: originOf(c) }));
      } catch (error) {
        if (!(error instanceof OAuthRefusal)) throw error;
        return c.json({ error: error.code, error_description: error.message }, error.status);
      }
    })
    .get('/services/oauth2/userinfo', requireSession(options), (c) => c.json(userInfo(org, c.get('user'), originOf(c))))
    .get('/id/:org/:user', requireSession(options), (c) => c.json(userInfo(org, c.get('user'), originOf(c))));
}

async function logIn(c: Context, { org, apps }: OAuthOptions): Promise<RunningUser> {
  const form = await c.req.parseBody();
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
  const basic = basicCredentials(c.req.header('Authorization'));
  switch (text('grant_type')) {
    case JWT_BEARER:
      return userFromAssertion({ org, apps: apps(), origin: originOf(c) }, text('assertion'));
    case 'client_credentials':
      return userFromClientCredentials(
        { org, apps: apps() },
        basic ?? { clientId: text('client_id'), clientSecret: text('client_secret') },
      );
    default:
      throw new OAuthRefusal('unsupported_grant_type', 'grant type not supported');
  }
}

function basicCredentials(header = ''): { clientId: string; clientSecret: string } | undefined {
  const encoded = /^Basic (.+)$/i.exec(header)?.[1];
  if (!encoded) return undefined;
  const [clientId = '', ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
  return { clientId, clientSecret: secret.join(':') };
}

function originOf(c: Context): string {
  return new URL(c.req.url).origin;
}

function tokenAnswer(org: Org, accessToken: string, { user, origin }: { user: RunningUser; origin: string }) {
  return {
    access_token: accessToken,
    scope: 'api',
    instance_url: origin,
    id: `${origin}/id/${org.id}/${user.id}`,
    token_type: 'Bearer',
    issued_at: String(org.now().getTime()),
  };
}

function userInfo(org: Org, user: RunningUser, origin: string) {
  return {
    sub: `${origin}/id/${org.id}/${user.id}`,
    id: `${origin}/id/${org.id}/${user.id}`,
    user_id: user.id,
    organization_id: org.id,
    preferred_username: user.username,
    username: user.username,
    name: user.name,
    display_name: user.name,
    email: user.email,
    active: true,
    urls: { rest: `${origin}/services/data/v{version}/`, query: `${origin}/services/data/v{version}/query/` },
  };
}
