import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { Failure } from '../domain/failure.ts';
import { errorResponse } from './error-response.ts';
import { refusalLimit } from './refusal-limit.ts';

const app = () =>
  new Hono()
    .onError(errorResponse)
    .use(refusalLimit(1, 3))
    .post('/', (c) => {
      if (c.req.header('x-proof') === 'right') return c.body(null, 204);
      throw new Failure('unauthorized', 'wrong');
    });
const from = (address: string, proof = 'wrong') => ({
  method: 'POST',
  headers: { 'x-forwarded-for': `10.0.0.1, ${address}`, 'x-proof': proof },
});

async function refuseThrice(door: Hono) {
  for (const status of [401, 401, 401, 429]) expect((await door.request('/', from('203.0.113.7'))).status).toBe(status);
}

test('whoever is refused too often is told when to come back', async () => {
  const door = app();
  await refuseThrice(door);
  const answer = await door.request('/', from('203.0.113.7'));
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a proven sender behind the same address is served all the same', async () => {
  const door = app();
  await refuseThrice(door);
  expect((await door.request('/', from('203.0.113.7', 'right'))).status).toBe(204);
});

test('another address is not counted with it, whatever it claims to be forwarded for', async () => {
  const door = app();
  await refuseThrice(door);
  const other = { ...from('198.51.100.9'), headers: { 'x-forwarded-for': '203.0.113.7, 198.51.100.9' } };
  expect((await door.request('/', other)).status).toBe(401);
});
