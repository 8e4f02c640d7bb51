import { pollUntil } from '../poll-until.ts';
import { open, verdict, type Fact } from './facts.ts';
import { once } from './once.ts';
import { CHECK, EVENT, memberOf, query, rowsOf, type World } from './world.ts';

/** The one way from a request to Checkr and back, walked by an invented person. */
export const storyFacts: Fact[] = [
  {
    id: 'story',
    about: 'the story',
    statement:
      'A request becomes an invitation: the flow sends an outbound message, the connector orders, the record says so; and Cancel takes it back.',
    async look(world) {
      const { ended, steps } = await walkOnce(world);
      return verdict(ended === 'Canceled', steps.join(', '));
    },
  },
  {
    id: 'story-connector-user',
    about: 'the story',
    statement:
      'The profile Minimum Access - API Only Integrations and the permission set Background Check Connector are enough: the connector logs in by JWT, reads the Lead and writes the check.',
    async look(world) {
      const { checkId, ended } = await walkOnce(world);
      const soql = `SELECT LastModifiedBy.Profile.Name FROM ${CHECK} WHERE Id = '${checkId}'`;
      const { body } = await world.org('GET', query(soql));
      const profile = String(memberOf(body, 'records', 0, 'LastModifiedBy', 'Profile', 'Name'));
      if (ended !== 'Canceled') return open('the story did not come to its end');
      return verdict(profile === 'Minimum Access - API Only Integrations', `last written by a user of ${profile}`);
    },
  },
  {
    id: 'story-webhook',
    about: 'the story',
    statement:
      "Checkr signs the very bytes it sends with the first of CHECKR_API_KEYS, a name outside ASCII among them: its events are in the check's audit trail.",
    async look(world) {
      const { checkId } = await walkOnce(world);
      const soql = `SELECT Type__c FROM ${EVENT} WHERE ${CHECK} = '${checkId}' AND Source__c = 'Checkr'`;
      const types = async () => {
        const { body } = await world.org('GET', query(soql));
        return rowsOf(body).map((row) => String(memberOf(row, 'Type__c')));
      };
      const come = await pollUntil(async () => ((await types()).length > 0 ? await types() : null), {
        ...{ what: 'an event of Checkr', deadlineMs: world.patienceMs, everyMs: 500 },
      }).catch(() => []);
      return verdict(come.length > 0, come.join(', ') || 'none came in time: look at bgcheck_refused_total');
    },
  },
  {
    id: 'story-checkbox',
    about: 'the story',
    statement:
      'Ticking the box of a Lead requests one check, saving the Lead again requests none, and ticking it again while that one is open is refused.',
    look: tick,
  },
];

const walkOnce = once(walk);

async function walk(world: World) {
  const { org } = world;
  const startedAt = Date.now();
  const lead = await org('POST', '/sobjects/Lead', { body: somebody() });
  const leadId = String(memberOf(lead.body, 'id'));
  const check = await org('POST', `/sobjects/${CHECK}`, { body: { Lead__c: leadId, Source__c: 'API' } });
  const checkId = String(memberOf(check.body, 'id'));
  if (check.status >= 300) return { checkId, ended: 'refused', steps: [`the check was refused with ${check.status}`] };
  const steps: string[] = [];
  const reached = async (wanted: string): Promise<string> => {
    const status = await statusOnce(world, checkId, wanted);
    steps.push(`${status} after ${Math.round((Date.now() - startedAt) / 1000)} s`);
    return status;
  };
  const ended = (await reached('Invited')) === 'Invited' ? await cancel(world, checkId, reached) : 'not invited';
  await org('DELETE', `/sobjects/Lead/${leadId}`);
  return { checkId, ended, steps };
}

async function cancel({ org }: World, checkId: string, reached: (wanted: string) => Promise<string>) {
  await org('PATCH', `/sobjects/${CHECK}/${checkId}`, { body: { Requested_Action__c: 'Cancel' } });
  return reached('Canceled');
}

async function statusOnce({ org, patienceMs }: World, checkId: string, wanted: string): Promise<string> {
  return pollUntil(
    async () => {
      const { body } = await org('GET', `/sobjects/${CHECK}/${checkId}?fields=Status__c`);
      return [String(memberOf(body, 'Status__c'))].find((each) => [wanted, 'Error'].includes(each));
    },
    { what: `the check to be ${wanted}`, deadlineMs: patienceMs, everyMs: 500 },
  ).catch(() => 'nothing in time');
}

async function tick(world: World) {
  const { org } = world;
  const BOX = 'Request_Background_Check__c';
  const lead = await org('POST', '/sobjects/Lead', { body: { ...somebody(), [BOX]: true } });
  const path = `/sobjects/Lead/${String(memberOf(lead.body, 'id'))}`;
  await org('PATCH', path, { body: { Title: 'Saved again' } });
  await org('PATCH', path, { body: { [BOX]: false } });
  const again = await org('PATCH', path, { body: { [BOX]: true } });
  const soql = `SELECT Id FROM ${CHECK} WHERE Lead__c = '${String(memberOf(lead.body, 'id'))}'`;
  const checks = rowsOf((await org('GET', query(soql))).body);
  const checkId = String(memberOf(checks[0], 'Id'));
  const status = await statusOnce(world, checkId, 'Invited');
  if (status === 'Invited') await cancel(world, checkId, (wanted) => statusOnce(world, checkId, wanted));
  await org('DELETE', path);
  const seen = `${checks.length} checks, ticked again: ${again.status}`;
  return verdict(checks.length === 1 && again.status === 400, seen);
}

function somebody(): object {
  const Email = `verify-${Date.now()}@example.com`;
  const place = { City: 'Springfield', State: 'IL', PostalCode: '62701', Country: 'US' };
  return { FirstName: 'Véra', LastName: 'Verification', Company: 'Verification', Email, ...place };
}
