import { expect, test } from 'vitest';
import { Failure } from '../domain/failure.ts';
import { createSharedReading } from './shared-reading.ts';

function setup({ holdRefuses = false } = {}) {
  const state = { holdRefuses, isHeld: false, readings: 0 };
  const readTogether = createSharedReading(async (_id, work) => {
    if (state.holdRefuses || state.isHeld) throw new Failure('busy', 'record-locked');
    state.isHeld = true;
    return work().finally(() => (state.isHeld = false));
  });
  const read = async () => {
    const reading = (state.readings += 1);
    await new Promise(setImmediate);
    return reading;
  };
  /** Gives what was read, held or not at that time. */
  const join = (recordId = 'report') =>
    readTogether(recordId, { knows: null, read, work: async (reading) => ({ reading, isHeld: state.isHeld }) });
  return { state, join, readTogether, read };
}

test('what comes together is read once, and each does its own work while the record is held', async () => {
  const { state, join } = setup();
  const done = await Promise.all([join(), join(), join()]);
  expect(done).toEqual(Array.from({ length: 3 }, () => ({ reading: 1, isHeld: true })));
  expect(state).toMatchObject({ readings: 1, isHeld: false });
});

test('who comes while it is being read gets a reading that begins later', async () => {
  const { readTogether, join } = setup();
  let late: ReturnType<typeof join> | undefined;
  const read = async () => {
    late = join();
    return Promise.resolve(0);
  };
  expect(await readTogether('report', { knows: null, read, work: (reading) => Promise.resolve(reading) })).toBe(0);
  expect(await late).toMatchObject({ reading: 1 });
});

test('each record has its own reading', async () => {
  const { state, readTogether, read } = setup();
  const work = (reading: number) => Promise.resolve(reading);
  await readTogether('one', { knows: null, read, work });
  await readTogether('two', { knows: null, read, work });
  expect(state.readings).toBe(2);
});

test('while another worker holds the record all are told so, and may come again', async () => {
  const { state, join } = setup({ holdRefuses: true });
  const refused = await Promise.allSettled([join(), join()]);
  expect(refused.map((each) => each.status === 'rejected' && (each.reason as Failure).kind)).toEqual(['busy', 'busy']);
  state.holdRefuses = false;
  expect(await join()).toMatchObject({ reading: 1 });
});

test('a reading that failed is told to all who shared it, and made anew for the next', async () => {
  const { readTogether, join } = setup();
  const broken = {
    knows: null,
    read: () => Promise.reject(new Failure('unavailable', 'down')),
    work: () => Promise.resolve(),
  };
  const failed = await Promise.allSettled([readTogether('report', broken), readTogether('report', broken)]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await join()).toMatchObject({ reading: 1 });
});

test('work that fails is its own affair', async () => {
  const { readTogether, read, join } = setup();
  const failing = readTogether('report', { knows: null, read, work: () => Promise.reject(new Failure('late', 'x')) });
  const [failed, fine] = await Promise.allSettled([failing, join()]);
  expect([failed.status, fine.status]).toEqual(['rejected', 'fulfilled']);
});

test('who reads is told what all know that share it, and nothing of those who come later', async () => {
  const { readTogether } = setup();
  const told = (knows: string) =>
    readTogether('report', {
      knows,
      read: (known) => Promise.resolve([...known]),
      work: (reading) => Promise.resolve(reading),
    });
  expect(await Promise.all([told('a'), told('b')])).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
  expect(await told('c')).toEqual(['c']);
});
