import { Hono, type Context } from 'hono';

import type { RunningUser } from '../../model.ts';
import type { ConversionResult, LeadConversion } from './conversion.ts';

interface ConvertLeadRouteOptions {
  convertLeadAs(user: RunningUser, conversion: LeadConversion): ConversionResult;
  /** Whose session the request carries; undefined when there is none. */
  userOf(c: Context): RunningUser | undefined;
}

const CONVERTED_STATUS = 'Closed - Converted';

/** `POST /lightning/convert/<lead>`: what the Convert dialog of a Lead's page asks for, into a new account and contact. */
export function convertLeadRoute({ convertLeadAs, userOf }: ConvertLeadRouteOptions): Hono {
  return new Hono().post('/lightning/convert/:id', (c) => {
    const user = userOf(c);
    if (!user) return c.json({ message: 'Log in first' }, 401);
    const order = { leadId: c.req.param('id'), convertedStatus: CONVERTED_STATUS, doNotCreateOpportunity: true };
    const { contactId, errors } = convertLeadAs(user, order);
    if (errors.length > 0) return c.json({ message: errors.map(({ message }) => message).join(' ') }, 400);
    return c.json({ contactId });
  });
}
