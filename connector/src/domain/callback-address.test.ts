import { expect, test } from 'vitest';
import { callbackAddressProblem, isCallbackHost } from './callback-address.ts';

test.each([
  ['the port https has anyway', 'example.com:443', 'https://example.com/x', 'https://example.com:443/x'],
  ['a port written long', 'example.com:08443', 'https://example.com:8443/x'],
  ['an address written short', '203.7', 'https://203.0.0.7/x'],
])('a host listed with %s is that host', (_name, listed, ...addresses) => {
  expect(isCallbackHost(listed)).toBe(true);
  for (const address of addresses) expect(callbackAddressProblem(address, [listed])).toBeNull();
  expect(callbackAddressProblem('https://example.com:444/x', [listed])).toContain('not on the list');
});
