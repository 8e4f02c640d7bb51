import { hash } from 'node:crypto';
import type { AtsOrder } from '../../domain/ats-order.ts';
import type { OrderBody } from './schemas.ts';

/** What a body orders. The hash is that of what it says, not of how it is written. */
export function orderFromBody(body: OrderBody): AtsOrder {
  const { applicant } = body;
  return {
    backgroundCheckId: body.background_check_id,
    packageId: body.package_id,
    addOnIds: body.add_on_package_ids,
    webhookUrl: body.webhook_url,
    applicant: {
      firstName: applicant.first_name,
      lastName: applicant.last_name,
      email: applicant.email,
      phone: applicant.phone,
      street: [applicant.address, applicant.address_2].filter(Boolean).join('\n') || null,
      city: applicant.city,
      state: applicant.state,
      postalCode: applicant.zip,
    },
    hash: hash('sha256', JSON.stringify(whatIsSaid(body)), 'hex'),
  };
}

/**
 * In the order of the alphabet, without what says nothing: an order stored before a field was known to us must have the same
 * hash afterwards.
 */
function whatIsSaid(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.length > 0 ? value : undefined;
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, whatIsSaid(inner)] as const)
    .filter(([, inner]) => inner !== null && inner !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
