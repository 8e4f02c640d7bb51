import { Hono } from 'hono';
import { html } from 'hono/html';
import type { AppEnv } from '../http/app-env.ts';
import { readBody } from '../http/read-body.ts';
import { applicationBody } from '../invitations/application.ts';
import { completeInvitation } from '../invitations/complete-invitation.ts';
import type { Invitation } from '../invitations/invitation.ts';
import { getPackage } from '../packages/get-package.ts';
import type { Parts } from '../parts.ts';
import { inviteForm } from './invite-form.ts';
import { pageLayout } from './page-layout.ts';
import type { Html } from './page-layout.ts';

/** /invite/:uri/:token: the application form, and a plain page when the invitation is no longer open. */
export function inviteRoutes(parts: Parts): Hono<AppEnv> {
  const { store } = parts;
  const find = (uri: string, token: string): Invitation | undefined =>
    uri === store.account.uri_name ? [...store.invitations.values()].find((one) => one.token === token) : undefined;
  const formFor = (
    invitation: Invitation,
    filled: Pick<Parameters<typeof inviteForm>[0], 'answers' | 'problems'>,
  ): Html => inviteForm({ accountName: store.account.name, ordered: getPackage(store, invitation.package), ...filled });

  return new Hono<AppEnv>()
    .get('/:uri/:token', (c) => {
      const invitation = find(c.req.param('uri'), c.req.param('token'));
      const closed = closedPage(invitation);
      if (!invitation || closed) return c.html(closed ?? '', invitation ? 410 : 404);
      const candidate = store.candidates.get(invitation.candidate_id);
      const { first_name, middle_name, last_name, dob, no_middle_name = false } = candidate ?? {};
      const answers = { first_name, middle_name, last_name, dob, no_middle_name };
      return c.html(formFor(invitation, { answers, problems: [] }));
    })
    .post('/:uri/:token', async (c) => {
      const invitation = find(c.req.param('uri'), c.req.param('token'));
      const closed = closedPage(invitation);
      if (!invitation || closed) return c.html(closed ?? '', invitation ? 410 : 404);
      const answers = await readBody(c, applicationBody);
      const problems = completeInvitation(parts, invitation, answers);
      if (problems.length > 0) return c.html(formFor(invitation, { answers, problems }), 400);
      return c.html(pageLayout('Thank you', html`<p>Your application is complete. You can close this page.</p>`));
    });
}

function closedPage(invitation: Invitation | undefined): Html | null {
  const say = (title: string, sentence: string): Html => pageLayout(title, html`<p>${sentence}</p>`);
  if (!invitation) return say('Invitation not found', 'There is no invitation under this address.');
  if (invitation.deleted_at)
    return say('Invitation canceled', 'This invitation was canceled by the company that sent it.');
  if (invitation.status === 'completed') return say('Invitation used', 'This application has already been completed.');
  if (invitation.status === 'expired')
    return say('Invitation expired', 'This invitation has expired. Ask for a new one.');
  return null;
}
