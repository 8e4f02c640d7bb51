import { newId } from '../ids.ts';
import type { Parts } from '../parts.ts';
import type { EventObject } from '../webhooks/publish-event.ts';

/** The kinds that mean nothing unless the account holds the object. */
const HELD = ['candidate', 'invitation', 'report', 'adverse_action', 'verification'];

/** An object of the published shape for an event of that type; undefined when it has to be one the account holds. */
export function sampleObject(parts: Parts, type: string): EventObject | undefined {
  const [kind = type] = type.split('.');
  if (HELD.includes(kind)) return undefined;
  return SAMPLES[kind]?.(parts, type) ?? unheardOf(kind);
}

const someCandidate = ({ store }: Parts): string => [...store.candidates.keys()].at(-1) ?? newId();

const formI9 = (parts: Parts, type: string): EventObject => {
  const id = newId();
  const status = type.endsWith('completed') ? 'completed' : 'section_1_completed';
  return {
    id,
    object: 'formI9',
    uri: `/v1/i9/forms_i9/${id}`,
    candidate_id: someCandidate(parts),
    event_timestamp: parts.timeline.stamp(),
    status,
  };
};

const SAMPLES: Record<string, (parts: Parts, type: string) => EventObject | undefined> = {
  account: ({ store }) => ({ ...store.account }),
  token: () => ({ id: newId(), object: 'token', access_code: newId() }),
  package: ({ store, timeline }, type) => {
    const [first] = store.packages;
    return first && { ...first, deleted_at: type === 'package.deleted' ? timeline.stamp() : null };
  },
  continuous_check: (parts) => ({
    object: 'continuous_check',
    id: newId(),
    candidate_id: someCandidate(parts),
    created_at: parts.timeline.stamp(),
    node: null,
    type: 'mvr',
    work_locations: [{ country: 'US', state: 'CA', city: 'San Francisco' }],
  }),
  form_i9: formI9,
  formI9,
};

function unheardOf(kind: string): EventObject {
  const id = newId();
  return { id, object: kind, uri: `/v1/${kind}s/${id}` };
}
