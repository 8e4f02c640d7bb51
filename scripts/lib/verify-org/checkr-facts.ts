import { randomUUID } from 'node:crypto';
import { candidate } from './checkr-orders.ts';
import { open, verdict, type Fact } from './facts.ts';
import { memberOf } from './world.ts';

/** What the product believes of Checkr's API; candidates of a test account cost nothing. */
export const checkrFacts: Fact[] = [
  {
    id: 'checkr-account',
    about: 'Checkr',
    statement: 'GET /account tells authorized, api_authorized and segmentation_enabled.',
    async look({ checkr }) {
      const { status, body } = await checkr('GET', '/account');
      const told = ['authorized', 'api_authorized', 'segmentation_enabled'].filter(
        (name) => typeof memberOf(body, name) === 'boolean',
      );
      return verdict(told.length === 3, `status ${status}, told: ${told.join(', ') || 'none'}`);
    },
  },
  {
    id: 'checkr-test-links',
    about: 'Checkr',
    statement:
      'The link of an invitation of a test account does not lead to apply.checkr.com: doctor tells a live key by it.',
    async look({ checkr }) {
      const { body } = await checkr('GET', '/invitations?per_page=1');
      const [newest] = (memberOf(body, 'data') ?? []) as unknown[];
      const host = URL.parse(String(memberOf(newest, 'invitation_url')))?.hostname;
      return host === undefined
        ? open('the account has no invitation yet')
        : verdict(host !== 'apply.checkr.com', host);
    },
  },
  {
    id: 'checkr-rate-headers',
    about: 'Checkr',
    statement: 'Every answer carries X-Ratelimit-Remaining, and Ratelimit-Reset in seconds.',
    async look({ checkr }) {
      const { headers } = await checkr('GET', '/account');
      const left = headers.get('x-ratelimit-remaining') ?? '';
      const reset = headers.get('ratelimit-reset') ?? '';
      return verdict(/^\d+$/.test(left) && /^\d{1,2}$/.test(reset), `remaining ${left || '–'}, reset ${reset || '–'}`);
    },
  },
  {
    id: 'checkr-error-shape',
    about: 'Checkr',
    statement: 'A refusal carries `error`, a text or a list of texts.',
    async look({ checkr }) {
      const missing = await checkr('GET', '/reports/0123456789abcdef01234567');
      const refused = await checkr('POST', '/candidates', { body: { email: 'no mailbox' } });
      const shapes = [missing, refused].map(({ status, body }) => `${status}: ${shapeOf(memberOf(body, 'error'))}`);
      return verdict(
        shapes.every((shape) => /text|list/.test(shape)),
        shapes.join('; '),
      );
    },
  },
  {
    id: 'checkr-idempotency',
    about: 'Checkr',
    statement: 'A POST repeated with its Idempotency-Key answers with what the first one made.',
    async look({ checkr }) {
      const sent = { body: candidate(), headers: { 'idempotency-key': randomUUID() } };
      const ids = [memberOf((await checkr('POST', '/candidates', sent)).body, 'id')];
      ids.push(memberOf((await checkr('POST', '/candidates', sent)).body, 'id'));
      return verdict(
        typeof ids[0] === 'string' && ids[0] === ids[1],
        ids[0] === ids[1] ? 'one candidate' : 'two candidates',
      );
    },
  },
  {
    id: 'checkr-idempotency-other-body',
    about: 'Checkr',
    statement: 'The same Idempotency-Key with another body is answered with what the first one made.',
    async look({ checkr }) {
      const headers = { 'idempotency-key': randomUUID() };
      const first = await checkr('POST', '/candidates', { body: candidate(), headers });
      const second = await checkr('POST', '/candidates', { body: candidate(), headers });
      return verdict(memberOf(first.body, 'id') === memberOf(second.body, 'id'), `status ${second.status}`);
    },
  },
  {
    id: 'checkr-custom-id',
    about: 'Checkr',
    statement: 'A US candidate is found by its custom_id.',
    async look({ checkr }) {
      const custom_id = `verify-${randomUUID()}`;
      const made = await checkr('POST', '/candidates', { body: candidate({ custom_id }) });
      const found = await checkr('GET', `/candidates?custom_id=${custom_id}`);
      const isFound = memberOf(found.body, 'data', 0, 'id') === memberOf(made.body, 'id');
      return verdict(made.status < 300 && isFound, `made ${made.status}, found ${String(isFound)}`);
    },
  },
  {
    id: 'checkr-unknown-field',
    about: 'Checkr',
    statement: 'A field Checkr does not know is refused when a candidate is changed.',
    async look({ checkr }) {
      const id = String(memberOf((await checkr('POST', '/candidates', { body: candidate() })).body, 'id'));
      const { status } = await checkr('POST', `/candidates/${id}`, { body: { phone: '3125550100', shoe_size: '42' } });
      return verdict(status >= 400, `status ${status}`);
    },
  },
];

function shapeOf(error: unknown): string {
  if (typeof error === 'string') return 'a text';
  return Array.isArray(error) && error.every((each) => typeof each === 'string') ? 'a list' : 'something else';
}
