import { expect, test } from 'vitest';
import { orgId18 } from './org-id.ts';

test('15 characters become the 18 that tell capitals apart', () => {
  expect(orgId18('00D000000000001')).toBe('00D000000000001EAA');
  expect(orgId18('001A0000006Vm9r')).toBe('001A0000006Vm9rIAC');
  expect(orgId18('00DABCDEFGHIJKL')).toBe('00DABCDEFGHIJKL255');
});

test('18 characters stay as they are', () => {
  expect(orgId18('00D000000000001EAA')).toBe('00D000000000001EAA');
});
