import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gather } from './gather.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup() {
  const calls: string[][] = [];
  const ask = gather<string, string>(async (items) => {
    calls.push([...items]);
    return items.map((item) => `${item}!`);
  });
  /** Asks and waits until it is answered; gives how long that took. */
  const answerTo = async (item: string): Promise<number> => {
    const startedAt = performance.now();
    let tookMs: number | undefined;
    void ask(item).then(() => (tookMs = performance.now() - startedAt));
    while (tookMs === undefined) await vi.advanceTimersByTimeAsync(1);
    return tookMs;
  };
  return { calls, ask, answerTo };
}

test('what is asked for at the same time goes together, and each gets its own answer', async () => {
  const { calls, ask } = setup();
  const answers = Promise.all(['a', 'b', 'c'].map(ask));
  await vi.runAllTimersAsync();
  expect(await answers).toEqual(['a!', 'b!', 'c!']);
  expect(calls).toEqual([['a', 'b', 'c']]);
});

test('nothing is remembered: the same question is asked again', async () => {
  const { calls, answerTo } = setup();
  await answerTo('a');
  await answerTo('a');
  expect(calls).toEqual([['a'], ['a']]);
});

test('a lone question waits a few milliseconds, and so do several that follow one another', async () => {
  const { answerTo } = setup();
  for (let index = 0; index < 15; index += 1) expect(await answerTo(String(index))).toBeLessThan(10);
});

test('under load calls become rare at once, and after a rest the next goes at once again', async () => {
  const { calls, ask, answerTo } = setup();
  for (let index = 0; index < 2000; index += 1) {
    void ask(String(index));
    await vi.advanceTimersByTimeAsync(20);
  }
  expect(calls.length).toBeLessThan(80);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answerTo('rested')).toBeLessThan(10);
});

test('a trickle that does not end shares calls as well', async () => {
  const { calls, ask } = setup();
  const asked = 3600;
  for (let index = 0; index < asked; index += 1) {
    void ask(String(index));
    await vi.advanceTimersByTimeAsync(250);
  }
  expect(calls.length).toBeLessThan(asked / 4);
});

test('nobody waits longer for a call to fill than two seconds', async () => {
  const { ask, answerTo } = setup();
  for (let index = 0; index < 1000; index += 1) void ask(String(index));
  for (let index = 0; index < 40; index += 1) expect(await answerTo(String(index))).toBeLessThan(2000);
});

test('a call that is full goes without waiting for its turn', async () => {
  const { calls, ask } = setup();
  for (let index = 0; index < 700; index += 1) void ask(String(index));
  await vi.advanceTimersByTimeAsync(0);
  expect(calls.length).toBe(10);
});

test('an error of one is told to that one alone', async () => {
  const ask = gather<string, string>(async (items) => items.map((item) => (item === 'b' ? new Error('no b') : item)));
  const answers = Promise.allSettled([ask('a'), ask('b')]);
  await vi.runAllTimersAsync();
  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});
