import type { AtsAccount } from '../../domain/ats-account.ts';
import { broken, ok, unsure, warning, type Finding } from '../../domain/finding.ts';
import type { LookUpHost, OrgSurveyor } from '../../domain/survey.ts';

/** An account of an applicant tracking system as the doctor looks at it. */
export interface ExaminedAts {
  account: AtsAccount;
  allowsPrivateCallbacks: boolean;
}

/** Another screening vendor as the doctor looks at it. */
export interface ExaminedVendor {
  path: string;
  name: string;
  format: string;
}

/** Whether an order of the account would be taken for its owner, and where its callbacks may go can be reached. */
export async function examineAts(
  { account, allowsPrivateCallbacks }: ExaminedAts,
  { org, lookUpHost }: { org: Pick<OrgSurveyor, 'findUser' | 'tryAtsOrder'>; lookUpHost: LookUpHost },
): Promise<Finding[]> {
  const hosts = account.callbackHosts.filter((host) => !host.startsWith('.')).map((host) => host.split(':')[0] ?? '');
  const places = await Promise.all(hosts.map(async (host) => [host, await lookUpHost(host)] as const));
  const inside = places.filter(([, place]) => place === 'inside' && !allowsPrivateCallbacks).map(([host]) => host);
  const nowhere = places.filter(([, place]) => place === 'nowhere').map(([host]) => host);
  const step = `ats-callbacks-${account.id}`;
  return [
    await ownerOf(account, org),
    inside.length > 0
      ? broken(
          step,
          `Callbacks of ${account.id} are never sent: ${inside.join(', ')} is in a private network.`,
          'Correct ATS_CALLBACK_HOSTS, or have the ATS give a public address.',
        )
      : nowhere.length > 0
        ? warning(
            step,
            `Nobody knows the host ${nowhere.join(', ')} of ${account.id}.`,
            'Correct ATS_CALLBACK_HOSTS, or ask the ATS.',
          )
        : ok(step, `Callbacks of ${account.id} may go to ${account.callbackHosts.join(', ')}.`),
  ];
}

const SYNC = 'Run `packages sync`, then the doctor again.';
const READ = 'Give that user the permission set Background Check Requester, or set ATS_OWNER to somebody who has it.';

async function ownerOf(account: AtsAccount, org: Pick<OrgSurveyor, 'findUser' | 'tryAtsOrder'>): Promise<Finding> {
  const { id, owner } = account;
  const step = `ats-owner-${id}`;
  const mend = 'Set ATS_OWNER to an active user who may read checks.';
  const user = await org.findUser(owner);
  if (user === null) return broken(step, `ATS_OWNER of ${id} is not in the org: its orders are refused.`, mend);
  if (!user.isActive) return broken(step, `ATS_OWNER of ${id} is not active: its orders are refused.`, mend);
  const error = await org.tryAtsOrder(account);
  if (error === null)
    return ok(step, `An order of ${id} would be taken and belong to its owner (tried and taken back).`);
  if (error === 'no-package') return unsure(step, `An order of ${id} cannot be tried without a package.`, SYNC);
  if (error.includes('transfer-requires-read'))
    return broken(step, `ATS_OWNER of ${id} may not read checks: its orders are refused.`, READ);
  return broken(step, `An order of ${id} is refused (${error}).`, 'Mend the rule, flow or right of the org it names.');
}

/** Where each vendor has to send its results. */
export function examineVendors(vendors: readonly ExaminedVendor[], publicUrl: string | null): Finding[] {
  const base = publicUrl ?? 'https://<your app>';
  return vendors.map(({ path, name, format }) =>
    ok(`vendor-${path}`, `${name} (${format}) sends its results to ${base}/webhooks/background_check/${path}.`),
  );
}
