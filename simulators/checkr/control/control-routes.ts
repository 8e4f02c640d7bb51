import { Hono } from 'hono';
import { z } from 'zod';
import { ApiError, notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readQuery } from '../http/page-of.ts';
import { readBody } from '../http/read-body.ts';
import { applicationBody } from '../invitations/application.ts';
import { completeInvitation } from '../invitations/complete-invitation.ts';
import { expireInvitation } from '../invitations/create-invitation.ts';
import { invitationJson } from '../invitations/invitation.ts';
import type { Invitation } from '../invitations/invitation.ts';
import { nodeBody } from '../nodes/node.ts';
import { setNodes } from '../nodes/set-nodes.ts';
import type { Parts } from '../parts.ts';
import { COURIER_MODES } from '../webhooks/courier.ts';
import type { Courier } from '../webhooks/courier.ts';
import { deliveryJson } from '../webhooks/delivery.ts';
import { adverseActionControl } from './adverse-action-control.ts';
import type { CallLog } from './call-log.ts';
import { candidateControl } from './candidate-control.ts';
import { eventControl } from './event-control.ts';
import { faultBody, matchesRoute } from './faults.ts';
import type { Faults } from './faults.ts';
import { orderControl } from './order-control.ts';
import { reportControl } from './report-control.ts';
import { screeningControl } from './screening-control.ts';

/** What the control routes act on. */
export interface Controls {
  parts: Parts;
  courier: Courier;
  faults: Faults;
  callLog: CallLog;
  reset: () => void;
  routeNames: () => string[];
}

/** /__control: what a test or a demo may ask of the simulator that Checkr would never answer. */
export function controlRoutes(options: Controls): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', deliveryControl(options.courier))
    .route('/', faultControl(options.faults, options.routeNames))
    .route('/', invitationControl(options.parts))
    .route('/', reportControl(options.parts))
    .route('/', orderControl(options.parts))
    .route('/', screeningControl(options.parts))
    .route('/', candidateControl(options.parts))
    .route('/', adverseActionControl(options.parts))
    .route('/', eventControl(options.parts))
    .get('/calls', (c) => c.json({ calls: options.callLog.counts() }))
    .get('/requests', (c) => c.json({ requests: options.callLog.calls() }))
    .delete('/requests', (c) => {
      options.callLog.clear();
      return c.body(null, 204);
    })
    .post('/account', async (c) => {
      const { authorized } = await readBody(c, z.strictObject({ authorized: z.boolean() }));
      options.parts.store.account.authorized = authorized;
      return c.json(options.parts.store.account);
    })
    .post('/nodes', async (c) => {
      const { nodes } = await readBody(c, z.strictObject({ nodes: z.array(nodeBody) }));
      setNodes(options.parts.store, nodes);
      return c.json({ nodes: options.parts.store.nodes });
    })
    .post('/reset', (c) => {
      options.reset();
      return c.body(null, 204);
    });
}

function deliveryControl(courier: Courier): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/deliveries', (c) => {
      const asked = readQuery(c, {
        event_id: z.string().optional(),
        object_id: z.string().optional(),
        type: z.string().optional(),
        state: z.string().optional(),
      });
      const deliveries = courier.deliveries().map(deliveryJson);
      const found = deliveries.filter((one) => Object.entries(asked).every(([name, value]) => one[name] === value));
      return c.json({ mode: courier.mode, deliveries: found });
    })
    .post('/deliveries', async (c) => {
      const { event_id } = await readBody(c, z.strictObject({ event_id: z.string() }));
      const sent = courier.resend(event_id);
      if (sent === 0) throw new ApiError(404, `No event ${event_id} is remembered`);
      return c.json({ sent }, 202);
    })
    .post('/webhooks', async (c) => {
      const { mode } = await readBody(c, z.strictObject({ mode: z.enum([...COURIER_MODES, 'release']) }));
      courier.mode = mode === 'release' ? 'normal' : mode;
      return c.json({ mode: courier.mode, released: mode === 'release' ? courier.release() : 0 });
    });
}

function faultControl(faults: Faults, routeNames: () => string[]): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/faults', (c) => c.json({ faults: faults.all() }))
    .post('/faults', async (c) => {
      const fault = await readBody(c, faultBody);
      if (!routeNames().some((route) => matchesRoute(fault.match, route))) {
        throw new ApiError(400, `No route is called ${fault.match}; there are: ${routeNames().join(', ')}`);
      }
      faults.add(fault);
      return c.json({ faults: faults.all() }, 201);
    })
    .delete('/faults', (c) => {
      faults.clear();
      return c.body(null, 204);
    });
}

function invitationControl(parts: Parts): Hono<AppEnv> {
  const get = (id: string): Invitation => {
    const invitation = parts.store.invitations.get(id);
    if (!invitation) throw notFound();
    return invitation;
  };
  return new Hono<AppEnv>()
    .post('/invitations/:id/complete', async (c) => {
      const invitation = get(c.req.param('id'));
      const problems = completeInvitation(parts, invitation, await readBody(c, applicationBody));
      if (problems.length > 0)
        throw new ApiError(
          400,
          problems.map((problem) => problem.message),
        );
      return c.json(invitationJson(invitation));
    })
    .post('/invitations/:id/expire', (c) => {
      const invitation = get(c.req.param('id'));
      expireInvitation(parts, invitation);
      return c.json(invitationJson(invitation));
    });
}
