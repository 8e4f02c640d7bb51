import { Hono } from 'hono';
import { z } from 'zod';
import { notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { pageOf, readListQuery, readQuery } from '../http/page-of.ts';
import { flag, readBody } from '../http/read-body.ts';
import type { Parts } from '../parts.ts';
import { cancelInvitation, createInvitation, invitationBody } from './create-invitation.ts';
import { invitationJson } from './invitation.ts';
import type { Invitation } from './invitation.ts';

const filters = {
  candidate_id: z.string().optional(),
  status: z.enum(['pending', 'completed', 'expired']).optional(),
};

/** /v1/invitations: create, list, read, and cancel by DELETE. */
export function invitationRoutes(parts: Parts): Hono<AppEnv> {
  const { invitations } = parts.store;
  const get = (id: string, options: { evenDeleted: boolean }): Invitation => {
    const invitation = invitations.get(id);
    if (!invitation || (invitation.deleted_at && !options.evenDeleted)) throw notFound();
    return invitation;
  };
  return new Hono<AppEnv>()
    .post('/', async (c) => c.json(invitationJson(createInvitation(parts, await readBody(c, invitationBody))), 201))
    .get('/', (c) => {
      const { candidate_id, status } = readListQuery(c, filters);
      const found = [...invitations.values()].filter(
        (one) =>
          !one.deleted_at &&
          !one.isInternational &&
          (candidate_id ?? one.candidate_id) === one.candidate_id &&
          (status ?? one.status) === one.status,
      );
      return c.json(pageOf(c, found.reverse(), { show: invitationJson, publicUrl: parts.publicUrl() }));
    })
    .get('/:id', (c) => {
      const { include_deleted: evenDeleted } = readQuery(c, { include_deleted: flag.default(false) });
      return c.json(invitationJson(get(c.req.param('id'), { evenDeleted })));
    })
    .delete('/:id', (c) => {
      const invitation = get(c.req.param('id'), { evenDeleted: false });
      cancelInvitation(parts, invitation);
      return c.json(invitationJson(invitation));
    });
}
