import type { OrgSession } from '../org-session.ts';
import { contact, people } from './people.ts';

/** Puts the invented people into the org, owned by the session's user. @returns the Leads' ids by their names. */
export async function addPeople(session: OrgSession): Promise<Record<keyof typeof people, string>> {
  const ids = { clear: '', consider: '', checkbox: '', withoutEmail: '' };
  for (const name of Object.keys(people) as (keyof typeof people)[]) {
    ids[name] = await session.create('Lead', people[name].fields);
  }
  await session.create('Contact', contact.fields);
  return ids;
}
