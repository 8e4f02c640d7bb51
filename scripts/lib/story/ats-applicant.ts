import { pollUntil } from '../poll-until.ts';
import { Problem } from '../problem.ts';
import type { RunningAts } from '../start-ats.ts';
import type { Person } from './people.ts';

/** What a person at the applicant tracking system does and sees, about one invented applicant. */
export interface AtsApplicant {
  /** @throws Problem when the package is not among what can be ordered. */
  findPackage(id: string): Promise<void>;
  /** Gives our number of the check. @throws Problem with the refusal. */
  order(packageId: string): Promise<string>;
  /** Sends the very same order again. Gives our number of the check. */
  orderAgain(): Promise<string>;
  /** Waits for the callback. @throws Problem when it is not this result, not signed, or not the only one. */
  untilTold(result: string): Promise<void>;
}

interface Answer {
  status: number;
  body: { tracking_id?: string; packages?: { id: string }[] };
}

/** Works the simulated system. */
export function atsApplicant(ats: RunningAts, { fields }: Person): AtsApplicant {
  const id = `demo-${fields.LastName.toLowerCase()}`;
  return {
    async findPackage(packageId) {
      const { status, body } = (await ats.control('GET', '/packages')) as Answer;
      const ids = body.packages?.map((each) => each.id) ?? [];
      if (!ids.includes(packageId)) throw new Problem(`answered ${status}, packages: ${ids.join(', ')}`);
    },
    async order(packageId) {
      const applicant = { first_name: fields.FirstName, last_name: fields.LastName, email: fields.Email };
      const order = { background_check_id: id, package_id: packageId, applicant };
      return trackingId((await ats.control('POST', '/orders', order)) as Answer);
    },
    async orderAgain() {
      return trackingId((await ats.control('POST', `/orders/${id}/repeat`)) as Answer);
    },
    async untilTold(result) {
      const read = async () =>
        ((await ats.control('GET', '/callbacks')) as Callback[]).filter((each) => isFor(each, id));
      const told = async () => [await read()].find((callbacks) => callbacks.length > 0);
      const callbacks = await pollUntil(told, { what: 'a callback', deadlineMs: 30_000 });
      const [{ body, is_signed: isSigned } = {}, ...others] = callbacks;
      if (body?.['result'] !== result || body['status'] !== 'complete' || isSigned !== true || others.length > 0)
        throw new Problem(`${callbacks.length} callbacks, the first: ${JSON.stringify({ body, isSigned })}`);
    },
  };
}

interface Callback {
  body?: Record<string, unknown>;
  is_signed?: true | string;
}

function isFor({ body }: Callback, id: string): boolean {
  return body?.['background_check_id'] === id;
}

function trackingId({ status, body }: Answer): string {
  if (status === 201 && body.tracking_id) return body.tracking_id;
  throw new Problem(`answered ${status}: ${JSON.stringify(body)}`);
}
