import { expect, test } from 'vitest';
import { momentFrom } from './moment.ts';

test.each([
  ['2026-11-20', '2026-11-20T00:00:00.000Z'],
  ['2026-11-20T12:00Z', '2026-11-20T12:00:00.000Z'],
  ['2026-11-20T12:00:00+01:00', '2026-11-20T11:00:00.000Z'],
])('%s is %s', (typed, moment) => {
  expect(new Date(momentFrom(typed, '--since')).toISOString()).toBe(moment);
});

test.each(['yesterday', '11/12/2026', '12', '2026', '2026-11-20T12:00:00', '2026-13-01'])(
  '%s could mean more than one moment, or none, and is refused',
  (typed) => {
    expect(() => momentFrom(typed, '--before')).toThrow(`--before ${typed}: write it as 2026-11-20`);
  },
);
