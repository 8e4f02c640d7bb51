import { Failure } from '../domain/failure.ts';

/** What the work gives, if it does so in time. It is not stopped, so it must be harmless to repeat. @throws Failure `unavailable` */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Failure('unavailable', 'not-committed-in-time')), limitMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
