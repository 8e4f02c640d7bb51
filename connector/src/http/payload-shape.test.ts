import { expect, test } from 'vitest';
import { payloadShape } from './payload-shape.ts';

test('keys and types are shown, values never', () => {
  const payload = {
    external_id: 'order-1',
    result: null,
    days: 3,
    list: ['Ada'],
    details: { criminal: { note: 'Ada' } },
  };
  expect(payloadShape(payload)).toEqual({
    ...{ external_id: 'string(7)', result: 'null', days: 'number', list: 'array(1)' },
    details: { criminal: { note: 'string(3)' } },
  });
});

test('what does not look like a name is not shown as a key', () => {
  expect(payloadShape({ 'ada@example.org': 1, 'Ada Sample': 2 })).toEqual({ 'key 1': 'number', 'key 2': 'number' });
});

test('it is bounded, however wide or deep', () => {
  const wide = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index]));
  expect(payloadShape(wide)).toMatchObject({ k0: 'number', 'more keys': 470 });
  expect(JSON.stringify(payloadShape({ a: { b: { c: { d: { e: 1 } } } } }))).toBe('{"a":{"b":{"c":"object(1)"}}}');
  expect(payloadShape('Ada')).toBe('string(3)');
});
