import { expect, test } from 'vitest';
import { failureFromAnswer, failureFromTransport } from './failures.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  failureFromAnswer(status, typeof body === 'string' ? body : JSON.stringify(body), new Headers(headers));

test.each([
  ['a string', { error: 'SSN is invalid' }, ['SSN is invalid']],
  [
    'a list',
    { error: ["Number can't be blank", 'State is not a valid US state'] },
    ["Number can't be blank", 'State is not a valid US state'],
  ],
  ['errors, as its OAuth server says it', { errors: ['invalid code'] }, ['invalid code']],
  ['an HTML page of a proxy', '<html><h1>Bad request</h1></html>', []],
  ['nothing', '', []],
])('the words are taken from %s', (_name, body, words) => {
  const failure = answer(400, body);
  expect(failure.kind).toBe('rejected');
  expect(failure.vendorWords).toEqual(words);
});

test.each([
  [401, { error: 'Bad authentication error' }, 'unauthorized'],
  [403, { error: 'Forbidden' }, 'unauthorized'],
  [403, '<html>Blocked</html>', 'unauthorized'],
  [403, { error: 'Candidate has requested that their PII be removed' }, 'rejected'],
  [404, { error: 'Package not found' }, 'not-found'],
  [408, '', 'unavailable'],
  [409, { message: 'Another request with the same idempotency key is in progress' }, 'busy'],
  [409, { error: 'Duplicate report detected.' }, 'rejected'],
  [422, { error: 'Candidate must have a completed SSN trace' }, 'rejected'],
  [423, { error: 'Ingestion is already in progress' }, 'unavailable'],
  [429, { message: 'API rate limit exceeded' }, 'rate-limited'],
  [500, '', 'unavailable'],
  [502, '<html>Bad gateway</html>', 'unavailable'],
])('%i with %o is %s', (status, body, kind) => {
  expect(answer(status, body).kind).toBe(kind);
});

test('words of the vendor never reach the message that goes to Redis and logs', () => {
  expect(answer(400, { error: 'SSN is invalid' }).message).toBe('rejected: checkr-400');
});

test('a rate limit says when to come back, in whichever header Checkr tells it', () => {
  expect(answer(429, '', { 'ratelimit-reset': '34' }).retryAfterMs).toBe(34_000);
  const inTenSeconds = new Date(Date.now() + 10_000).toISOString();
  const waitMs = answer(429, '', { 'x-ratelimit-reset': inTenSeconds }).retryAfterMs ?? 0;
  expect(waitMs).toBeGreaterThan(5_000);
  expect(waitMs).toBeLessThanOrEqual(10_000);
  expect(answer(429, '').retryAfterMs).toBe(60_000);
});

test('a time-out and a lost connection may have worked: both are tried again', () => {
  expect(failureFromTransport(new DOMException('', 'TimeoutError')).message).toBe('unavailable: checkr-timed-out');
  expect(failureFromTransport(new TypeError('fetch failed')).message).toBe('unavailable: checkr-unreachable');
});
