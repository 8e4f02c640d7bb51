import { expect, test } from 'vitest';
import { createVendorClock } from './vendor-clock.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');

function setup(ownOffset: number) {
  let truth = NOON;
  const own = () => truth + ownOffset;
  const clock = createVendorClock(own);
  const call = (tookMs: number) => {
    const sentAt = own();
    truth += tookMs;
    clock.observe(new Headers({ date: new Date(truth).toUTCString() }), sentAt);
  };
  return { clock, call, error: () => Math.abs(clock.vendorTime(own()) - truth), pass: (ms: number) => (truth += ms) };
}

test('a clock that is right is left alone, however long a call took', () => {
  const { call, error, pass } = setup(0);
  for (const took of [1, 40, 999, 15_000]) {
    call(took);
    pass(333);
    expect(error()).toBe(0);
  }
});

test.each([
  ['two minutes ahead', 120_000],
  ['two minutes behind', -120_000],
  ['an hour ahead', 3_600_000],
])('one that is %s counts in Checkr’s time after the first answer', (_name, offset) => {
  const { call, error } = setup(offset);
  call(50);
  expect(error()).toBeLessThanOrEqual(1050);
});

test('each further answer can only make it better', () => {
  const { call, error, pass } = setup(120_000);
  call(20);
  for (let round = 0; round < 30; round += 1) {
    const before = error();
    pass(137);
    call(20);
    expect(error()).toBeLessThanOrEqual(before);
  }
});

test('an answer without a date changes nothing', () => {
  const clock = createVendorClock(() => NOON);
  clock.observe(new Headers(), NOON);
  expect(clock.vendorTime(NOON)).toBe(NOON);
});
