import { setTimeout as delay } from 'node:timers/promises';
import type { RecordLock } from '../domain/ports.ts';

/** A burst comes within a few milliseconds; a lone event hardly notices them. */
const MOMENT_MS = 4;

interface Reading {
  /** What was read; settles once the record is held and read. */
  result: PromiseWithResolvers<unknown>;
  /** What those who share it make of it. */
  works: Promise<unknown>[];
  /** What they know, each. */
  known: unknown[];
  /** When the record is free again; never rejects. */
  ended: Promise<void>;
}

/**
 * Lets those who want to read the same record share one reading that begins after all of them came. Whoever comes
 * while it is being read waits for the next: only a reading that begins later is sure to show what they came for.
 */
export function createSharedReading(
  hold: RecordLock['hold'],
  moment: () => Promise<unknown> = () => delay(MOMENT_MS),
): RecordLock['readTogether'] {
  const open = new Map<string, Reading>();
  const running = new Map<string, Promise<void>>();

  function begin(recordId: string, read: (known: unknown[]) => Promise<unknown>): Reading {
    const reading: Reading = { result: Promise.withResolvers(), works: [], known: [], ended: Promise.resolve() };
    open.set(recordId, reading);
    const close = () => open.get(recordId) === reading && open.delete(recordId);
    const run = async (): Promise<void> => {
      await Promise.all([running.get(recordId), moment()]);
      await hold(recordId, async () => {
        close();
        reading.result.resolve(await read(reading.known));
        await Promise.allSettled(reading.works);
      });
    };
    reading.ended = run().catch((error: unknown) => {
      close();
      reading.result.reject(error);
    });
    const { ended } = reading;
    running.set(recordId, ended);
    void ended.then(() => running.get(recordId) === ended && running.delete(recordId));
    return reading;
  }

  return (recordId, { knows, read, work }) => {
    const reading = open.get(recordId) ?? begin(recordId, (known) => read(known as (typeof knows)[]));
    reading.known.push(knows);
    const done = reading.result.promise.then((result) => work(result as Awaited<ReturnType<typeof read>>));
    reading.works.push(done);
    return done.finally(() => reading.ended);
  };
}
