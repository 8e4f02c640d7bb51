import { Redis } from 'ioredis';
import { afterAll, expect, test } from 'vitest';
import { createLoginGuard } from './login-guard.ts';

/** Nobody listens there. */
const away = new Redis({ port: 1, lazyConnect: true, enableOfflineQueue: false, retryStrategy: () => null });
away.on('error', () => undefined);
afterAll(() => away.disconnect());

test('while Redis is away guesses are counted all the same, by address and by account', async () => {
  const guard = createLoginGuard(away, 'test');
  const guesser = { account: 'acme', address: '192.0.2.1' };
  for (let guess = 0; guess < 20; guess += 1) {
    await guard.refuseGuessers(guesser);
    await guard.countFailure(guesser);
  }
  await expect(guard.refuseGuessers(guesser)).rejects.toThrow('rate-limited: ats-too-many-failed-logins');
  await guard.refuseGuessers({ account: 'acme', address: '192.0.2.2' });
  for (let guess = 0; guess < 80; guess += 1)
    await guard.countFailure({ account: 'acme', address: `198.51.100.${guess}` });
  await expect(guard.refuseGuessers({ account: 'acme', address: '192.0.2.3' })).rejects.toThrow('rate-limited');
});
