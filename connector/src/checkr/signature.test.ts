import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSignedBy } from './signature.ts';

const body = Buffer.from('{"monday":"75F","tuesday":"80F"}');
const VECTOR = 'b7412f05e981a473b5ecbdb5393afaea02a679db6d7c8e56803512ec4ba98151';

test("Checkr's published vector verifies, in either case", () => {
  expect(isSignedBy('test-secret', body, VECTOR)).toBe(true);
  expect(isSignedBy('test-secret', body, VECTOR.toUpperCase())).toBe(true);
});

test('one changed byte, another key or another length is refused', () => {
  expect(isSignedBy('test-secret', Buffer.from('{"monday":"76F","tuesday":"80F"}'), VECTOR)).toBe(false);
  expect(isSignedBy('other-secret', body, VECTOR)).toBe(false);
  expect(isSignedBy('test-secret', body, VECTOR.slice(2))).toBe(false);
});

test('a missing header, and the sentence an account without a key sends, are unsigned', () => {
  expect(isSignedBy('test-secret', body, '')).toBe(false);
  const sentence = 'Please create an API key to check the authenticity of our webhooks.';
  expect(isSignedBy('test-secret', body, sentence)).toBe(false);
});

test('the bytes received are what is signed, escapes and all', () => {
  const escaped = Buffer.from('{"name":"Zo\\u00eb","path":"a\\/b"}');
  const signature = createHmac('sha256', 'key').update(escaped).digest('hex');
  expect(isSignedBy('key', escaped, signature)).toBe(true);
});
