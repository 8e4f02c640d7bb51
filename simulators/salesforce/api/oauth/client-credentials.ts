import { timingSafeEqual } from 'node:crypto';
import type { RunningUser } from '../../model.ts';
import type { Org } from '../../org-model.ts';
import type { ConnectedApp } from './connected-apps.ts';
import { OAuthRefusal } from './oauth-refusal.ts';

/** The user the client credentials of an app run as. @throws OAuthRefusal */
export function userFromClientCredentials(
  { org, apps }: { org: Org; apps: ConnectedApp[] },
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): RunningUser {
  const app = apps.find((candidate) => candidate.clientId === clientId);
  if (!app) throw new OAuthRefusal('invalid_client_id', 'client identifier invalid');
  if (!app.clientSecret || !isSame(app.clientSecret, clientSecret)) {
    throw new OAuthRefusal('invalid_client', 'invalid client credentials', 401);
  }
  const user = app.runAs ? org.findUser(app.runAs) : undefined;
  if (!user) throw new OAuthRefusal('invalid_grant', 'no client credentials user enabled');
  return user;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
