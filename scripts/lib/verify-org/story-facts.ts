import { pollUntil } from '../poll-until.ts';
import { verdict, type Fact } from './facts.ts';
import { memberOf, type World } from './world.ts';

const CHECK = 'Background_Check__c';

/** The one way from a request to Checkr and back, walked by an invented person. */
export const storyFacts: Fact[] = [
  {
    id: 'story',
    about: 'the story',
    statement:
      'A request becomes an invitation: the flow sends an outbound message, the connector orders, the record says so; and Cancel takes it back.',
    look: walk,
  },
];

async function walk({ org, patienceMs }: World) {
  const startedAt = Date.now();
  const lead = await org('POST', '/sobjects/Lead', { body: somebody() });
  const leadId = memberOf(lead.body, 'id');
  const check = await org('POST', `/sobjects/${CHECK}`, { body: { Lead__c: leadId, Source__c: 'API' } });
  const checkId = memberOf(check.body, 'id');
  if (typeof checkId !== 'string') return verdict(false, `the check was refused with ${check.status}`);
  const steps: string[] = [];
  const reached = async (wanted: string[]): Promise<string> => {
    const status = await pollUntil(
      async () => {
        const { body } = await org('GET', `/sobjects/${CHECK}/${checkId}?fields=Status__c,Error_Help__c`);
        return [String(memberOf(body, 'Status__c'))].find((each) => [...wanted, 'Error'].includes(each));
      },
      { what: `the check to be ${wanted.join(' or ')}`, deadlineMs: patienceMs, everyMs: 500 },
    ).catch(() => 'nothing in time');
    steps.push(`${status} after ${Math.round((Date.now() - startedAt) / 1000)} s`);
    return status;
  };
  const invited = await reached(['Invited']);
  if (invited === 'Invited') {
    await org('PATCH', `/sobjects/${CHECK}/${checkId}`, { body: { Requested_Action__c: 'Cancel' } });
  }
  const canceled = invited === 'Invited' ? await reached(['Canceled']) : 'not tried';
  await org('DELETE', `/sobjects/Lead/${String(leadId)}`);
  return verdict(canceled === 'Canceled', steps.join(', '));
}

function somebody(): object {
  const Email = `verify-${Date.now()}@example.com`;
  const place = { City: 'Springfield', State: 'IL', PostalCode: '62701', Country: 'US' };
  return { FirstName: 'Vera', LastName: 'Verification', Company: 'Verification', Email, ...place };
}
