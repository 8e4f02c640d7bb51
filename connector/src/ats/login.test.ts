import { beforeAll, expect, test } from 'vitest';
import { ATS_RESULT_WORDS, type AtsAccount } from '../domain/ats-account.ts';
import { Failure } from '../domain/failure.ts';
import { createAtsLogin } from './login.ts';
import { hashSecret, isSecretOf } from './secret-hash.ts';

const account: AtsAccount = {
  ...{ id: 'acme', connection: 'main', company: 'Acme', owner: 'owner@example.org', callbackHosts: [] },
  resultWords: ATS_RESULT_WORDS,
};
let hashes: string[];
beforeAll(async () => {
  hashes = [await hashSecret('new'), await hashSecret('old')];
});

function setup() {
  const failures: string[] = [];
  let blocked = false;
  const guard = {
    refuseGuessers: () => (blocked ? Promise.reject(new Failure('rate-limited', 'too-many')) : Promise.resolve()),
    countFailure: ({ address }: { address: string }) => Promise.resolve(void failures.push(address)),
  };
  const login = createAtsLogin({ accounts: [{ account, secretHashes: hashes }], guard });
  const logIn = (secret: string, id = 'acme') => login.logIn({ account: id, secret, address: '192.0.2.1' });
  return { logIn, failures, block: () => void (blocked = true) };
}

test('both secrets of a rotation log in', async () => {
  const { logIn, failures } = setup();
  expect(await logIn('new')).toBe(account);
  expect(await logIn('old')).toBe(account);
  expect(failures).toEqual([]);
});

test.each([
  ['a wrong secret', 'wrong', 'acme'],
  ['an unknown account with a right secret', 'new', 'other'],
  ['a secret of another length', 'n', 'acme'],
])('%s is refused and counted', async (_name, secret, id) => {
  const { logIn, failures } = setup();
  await expect(logIn(secret, id)).rejects.toThrow('unauthorized: ats-login-wrong');
  expect(failures).toEqual(['192.0.2.1']);
});

test('whoever logged in before is not locked out by guessers; anybody else is', async () => {
  const { logIn, block } = setup();
  await logIn('new');
  block();
  expect(await logIn('new')).toBe(account);
  await expect(logIn('old')).rejects.toThrow('rate-limited');
});

test('many logins at once compute one hash; many guesses at once are put off', async () => {
  const { logIn } = setup();
  expect(new Set(await Promise.all(Array.from({ length: 20 }, () => logIn('new')))).size).toBe(1);
  const guesses = await Promise.allSettled(Array.from({ length: 20 }, (_each, index) => logIn(`guess-${index}`)));
  const words = guesses.map((guess) => (guess.status === 'rejected' ? (guess.reason as Error).message : 'let in'));
  expect(words.filter((word) => word.startsWith('busy')).length).toBeGreaterThan(10);
  expect(words).not.toContain('let in');
});

test('a hash says nothing of its secret, and no two are the same', async () => {
  const [one, other] = [await hashSecret('secret'), await hashSecret('secret')];
  expect(one).not.toBe(other);
  expect(one).not.toContain('secret');
  expect([await isSecretOf(one, 'secret'), await isSecretOf(one, 'Secret')]).toEqual([true, false]);
});
