import type { Answer } from './call-checkr.ts';
import { person } from './people.ts';
import type { StartedCheckr } from './start-checkr.ts';

/** Creates a candidate and orders a report; `ssn` chooses the outcome, `fields` stand over the rest of the order. */
export async function orderReport(
  checkr: StartedCheckr,
  ssn: string,
  fields: Record<string, unknown> = {},
): Promise<Answer> {
  const candidate = await checkr.call('POST', '/v1/candidates', person(ssn));
  const order = { candidate_id: candidate.body.id, package: 'tasker_standard', ...fields };
  return checkr.call('POST', '/v1/reports', order);
}

/** The events told about an object so far, the oldest first; nothing is told before there is a webhook. */
export async function eventsOf(checkr: StartedCheckr, objectId: string): Promise<string[]> {
  const { deliveries } = (await checkr.call('GET', `/__control/deliveries?object_id=${objectId}`)).body;
  return deliveries.map((delivery) => delivery.type);
}
