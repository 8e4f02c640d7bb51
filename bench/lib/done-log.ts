import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** When jobs were done, as workers write it into their logs, read on from where it was read to before. */
export interface DoneLog {
  follow(file: string): void;
  /** Times by the sender's event id; several where it was done several times. */
  times(): Map<string, number[]>;
}

/** A line a job that is done: ours, or that of the worker that does nothing. */
const DONE = /"time":(\d+).*"jobId":"(?:checkr|event)-([^"]+)".*"outcome":"done"/;

/** Reading whole logs again and again would take the processor from those who are measured. */
export function createDoneLog(): DoneLog {
  const places = new Map<string, { at: number; rest: string }>();
  const done = new Map<string, number[]>();

  function readOn(file: string, place: { at: number; rest: string }): void {
    const lines = (place.rest + textFrom(file, place)).split('\n');
    place.rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, time, eventId = ''] = DONE.exec(line) ?? [];
      if (time) done.set(eventId, [...(done.get(eventId) ?? []), Number(time)]);
    }
  }

  return {
    follow: (file) => void places.set(file, { at: 0, rest: '' }),
    times() {
      for (const [file, place] of places) readOn(file, place);
      return done;
    },
  };
}

function textFrom(file: string, place: { at: number }): string {
  const handle = openSync(file, 'r');
  try {
    const added = Buffer.alloc(Math.max(fstatSync(handle).size - place.at, 0));
    const length = readSync(handle, added, 0, added.length, place.at);
    place.at += length;
    return added.toString('utf8', 0, length);
  } finally {
    closeSync(handle);
  }
}
