import { randomUUID } from 'node:crypto';
import { open, verdict, type Fact } from './facts.ts';
import { memberOf, type Answer, type World } from './world.ts';

const CLOCKS_DIFFER_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const HERE = [{ country: 'US', state: 'IL', city: 'Springfield' }];

/** An invented person as a candidate. */
export const candidate = (more: object = {}) => ({
  ...{ email: `verify-${randomUUID().slice(0, 8)}@example.com`, first_name: 'Vera', last_name: 'Sample' },
  ...{ no_middle_name: true, work_locations: HERE, ...more },
});

/** What the product believes of orders at Checkr; those of a test account cost nothing. */
export const checkrOrders: Fact[] = [
  {
    id: 'checkr-deleted-invitation',
    about: 'Checkr',
    statement: 'A deleted invitation is still read with include_deleted=true, and shows deleted_at.',
    async look(world) {
      const id = memberOf((await invite(world))?.body, 'id');
      if (typeof id !== 'string') return open('the account took no invitation');
      await world.checkr('DELETE', `/invitations/${id}`);
      const { status, body } = await world.checkr('GET', `/invitations/${id}?include_deleted=true`);
      return verdict(status === 200 && typeof memberOf(body, 'deleted_at') === 'string', `status ${status}`);
    },
  },
  {
    id: 'checkr-invitation-ends',
    about: 'Checkr',
    statement: 'An invitation of a test account has expires_at too, some days ahead: reminders go by it.',
    async look(world) {
      const days = (Date.parse(String(memberOf((await invite(world))?.body, 'expires_at'))) - Date.now()) / DAY_MS;
      return verdict(days > 0, Number.isNaN(days) ? 'no expires_at' : `in ${days.toFixed(1)} days`);
    },
  },
  {
    id: 'checkr-state-left-out',
    about: 'Checkr',
    statement:
      'An invitation for the US without a state is taken, or refused in words about the place of work, which the record explains.',
    async look(world) {
      const answer = await invite(world, [{ country: 'US' }]);
      if (!answer) return open('the account has no package');
      const words = JSON.stringify(memberOf(answer.body, 'error') ?? '');
      return verdict(answer.status < 300 || /state|work.?location/i.test(words), `status ${answer.status}`);
    },
  },
  {
    id: 'checkr-report-order',
    about: 'Checkr',
    statement:
      'POST /reports answers 2xx with an id, or asks for consent_document_ids (direct reports only, which always send one).',
    look: orderReport,
  },
  {
    id: 'checkr-replay-is-old',
    about: 'Checkr',
    statement: 'A replayed answer has the body and the Date of the first one: only its id is believed.',
    look: replay,
  },
  {
    id: 'checkr-date-header',
    about: 'Checkr',
    statement: 'Every answer carries a Date header: what is read is stamped in Checkr’s time.',
    async look({ checkr }) {
      const date = (await checkr('GET', '/account')).headers.get('date') ?? '';
      return verdict(Math.abs(Date.parse(date) - Date.now()) < CLOCKS_DIFFER_MS, date || 'no header');
    },
  },
  {
    id: 'checkr-revised-filter',
    about: 'Checkr',
    statement: 'Candidates are listed by the time their report was revised, between two moments.',
    async look({ checkr }) {
      const [after, before] = [Date.now() - DAY_MS, Date.now()].map((ms) => new Date(ms).toISOString());
      const { status } = await checkr(
        'GET',
        `/candidates?report_revised_after=${after}&report_revised_before=${before}`,
      );
      return verdict(status === 200, `status ${status}`);
    },
  },
  {
    id: 'checkr-abroad-not-listed',
    about: 'Checkr',
    statement: 'A candidate outside the US is in no list, so that an order of theirs cannot be looked for.',
    async look({ checkr }) {
      const custom_id = `verify-${randomUUID()}`;
      const abroad = candidate({ custom_id, work_locations: [{ country: 'GB', city: 'London' }] });
      const made = await checkr('POST', '/candidates', { body: abroad });
      if (made.status >= 300) return open(`the account takes nobody abroad: status ${made.status}`);
      const found = memberOf((await checkr('GET', `/candidates?custom_id=${custom_id}`)).body, 'data', 0, 'id');
      return verdict(found === undefined, found === undefined ? 'not listed' : 'listed');
    },
  },
];

/** Invites an invented person; null where there is no package to do so with. */
async function invite({ checkr }: World, work_locations: object[] = HERE): Promise<Answer | null> {
  const slug = await anyPackage({ checkr });
  if (slug === null) return null;
  const made = await checkr('POST', '/candidates', { body: candidate() });
  const body = { candidate_id: memberOf(made.body, 'id'), package: slug, work_locations };
  return checkr('POST', '/invitations', { body });
}

async function anyPackage({ checkr }: Pick<World, 'checkr'>): Promise<string | null> {
  const slug = memberOf((await checkr('GET', '/packages')).body, 'data', 0, 'slug');
  return typeof slug === 'string' ? slug : null;
}

async function orderReport({ checkr }: World) {
  const slug = await anyPackage({ checkr });
  if (slug === null) return open('the account has no package');
  const person = candidate({ dob: '1990-02-03', ssn: '111-11-2001', zipcode: '62701' });
  const made = await checkr('POST', '/candidates', { body: person });
  if (made.status >= 300) return open(`the candidate was refused: status ${made.status}`);
  const order = { candidate_id: memberOf(made.body, 'id'), package: slug, work_locations: HERE };
  const { status, body } = await checkr('POST', '/reports', { body: order });
  const asksForConsent = /consent/i.test(JSON.stringify(memberOf(body, 'error') ?? ''));
  if (status >= 300 && !asksForConsent) return open(`the order was refused for another reason: status ${status}`);
  const isMade = typeof memberOf(body, 'id') === 'string';
  return verdict(isMade || asksForConsent, `status ${status}${asksForConsent ? ', asks for the consent' : ''}`);
}

async function replay({ checkr }: World) {
  const sent = { body: candidate(), headers: { 'idempotency-key': randomUUID() } };
  const first = await checkr('POST', '/candidates', sent);
  await checkr('POST', `/candidates/${String(memberOf(first.body, 'id'))}`, { body: { phone: '3125550100' } });
  const again = await checkr('POST', '/candidates', sent);
  const isOld = memberOf(again.body, 'phone') === memberOf(first.body, 'phone');
  const isDateOld = again.headers.get('date') === first.headers.get('date');
  const marks = [...again.headers.keys()].filter((name) => !first.headers.has(name));
  const seen = `body ${isOld ? 'old' : 'new'}, Date ${isDateOld ? 'old' : 'new'}, marked by ${marks.join(', ') || 'nothing'}`;
  return verdict(isOld && isDateOld, seen);
}
