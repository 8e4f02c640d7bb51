import { expect, test } from 'vitest';
import { checkrAddress } from './start-world.ts';

test.each([
  ['http://127.0.0.1:9000', 'http://127.0.0.1:9000/v1'],
  ['http://127.0.0.1:9000/', 'http://127.0.0.1:9000/v1'],
  ['https://checkr.example.org/v1/', 'https://checkr.example.org/v1'],
  ['https://proxy.example.org/checkr/v1', 'https://proxy.example.org/checkr/v1'],
])('the API of %s is at %s', (url, apiBase) => {
  expect(checkrAddress(url, 'key')).toMatchObject({ apiBase, dashboardUrl: new URL(url).origin });
});
