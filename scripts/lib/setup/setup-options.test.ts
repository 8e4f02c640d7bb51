import { expect, test } from 'vitest';
import { parseSetupOptions } from './setup-options.ts';

const ENDPOINT = 'https://app.example.com/background-check/abcdefghijklmnopqrstuvwx';
const NEEDED = ['--org', 'sandbox', '--endpoint', ENDPOINT, '--connector', 'connector@example.org'];

test('people are given as lists', () => {
  expect(parseSetupOptions([...NEEDED, '--reviewers', 'a@example.org, b@example.org'])).toMatchObject({
    org: 'sandbox',
    reviewers: ['a@example.org', 'b@example.org'],
    admins: [],
    checkOnly: false,
  });
});

test.each([
  [['--org', 'sandbox'], /--endpoint is missing/],
  [[...NEEDED, '--endpoint', 'https://app.example.com/'], /--endpoint has to be https:\/\/<app>\/background-check/],
  [[...NEEDED, '--certificate', 'connector.crt'], /--certificate needs --contact-email/],
  [[...NEEDED, '--colour', 'red'], /--help lists the flags/],
])('%j is refused in words', (args, words) => {
  expect(() => parseSetupOptions(args)).toThrow(words);
});

test('help needs nothing else', () => {
  expect(parseSetupOptions(['--help'])).toMatchObject({ help: true });
});
