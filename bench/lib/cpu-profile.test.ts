import { expect, test } from 'vitest';
import { placeOf, selfShares } from './cpu-profile.ts';

const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 0 });
/** A route of ours calls zod, which calls `JSON.parse`; the rest is waiting and garbage. */
const profile = {
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 5, 6] },
    {
      id: 2,
      callFrame: frame('door', new URL('../../connector/src/http/door.ts', import.meta.url).href),
      children: [3],
    },
    { id: 3, callFrame: frame('parse', 'file:///app/node_modules/zod/v4/core.js'), children: [4] },
    { id: 4, callFrame: frame('parse') },
    { id: 5, callFrame: frame('(idle)') },
    { id: 6, callFrame: frame('(garbage collector)') },
  ],
  startTime: 1000,
  samples: [2, 3, 4, 5, 6, 2],
  timeDeltas: [10, 10, 10, 10, 10, 10],
};

test('what has no file counts for its caller, waiting for nobody, and what lies outside the span not at all', () => {
  expect(selfShares(profile, { from: 1000, to: 1055 }, placeOf)).toEqual([
    ['zod', 0.5],
    ['connector/src/http/door.ts', 0.25],
    ['(garbage collector)', 0.25],
  ]);
});

test.each([
  ['node:internal/stream_base_commons', 'node:stream'],
  ['node:_http_server', 'node:http'],
  ['file:///app/node_modules/bullmq/node_modules/@scope/inner/index.js', '@scope/inner'],
])('%s is a place in %s', (url, place) => {
  expect(placeOf(frame('f', url))).toBe(place);
});
