import type { ConnectionProfile } from '../../domain/connection.ts';
import { isFailure, type Failure } from '../../domain/failure.ts';
import { broken, ok, unsure, warning, type Finding } from '../../domain/finding.ts';
import type { CheckrAccount, CheckrSurveyor } from '../../domain/survey.ts';
import { addressFault, examineCheckrMode } from './examine-checkr-mode.ts';

/** A Checkr account with what the configuration says of it. */
export interface CheckrHop {
  surveyor: CheckrSurveyor;
  profile: ConnectionProfile;
  /** Address of the API, as configured. */
  apiUrl: string;
  /** Where Checkr should send its webhooks; null when the configuration does not say. */
  publicUrl: string | null;
}

/** Whether the account can be ordered from, in the right mode, and tells us what happens. */
export async function examineCheckr(hop: CheckrHop): Promise<Finding[]> {
  try {
    const account = await hop.surveyor.getAccount();
    return [
      ...[accountOf(account), await examineCheckrMode(hop), await examineNode(hop, account)],
      ...(await examinePackages(hop)),
      ...(await examineWebhooks(hop)),
    ];
  } catch (error) {
    if (!isFailure(error)) throw error;
    return [refused(error), ...addressFault(hop)];
  }
}

function refused(failure: Failure): Finding {
  if (failure.code === 'checkr-401')
    return broken(
      'checkr-key',
      'Checkr does not know the first of CHECKR_API_KEYS.',
      'Take a secret key of this account: Checkr, Account Settings, Developer Settings.',
    );
  if (failure.code === 'checkr-403')
    return broken(
      'checkr-key',
      'Checkr knows the first of CHECKR_API_KEYS, but does not let it do that.',
      'Take a secret key (not a publishable one), or ask Checkr what the account may do.',
    );
  return broken(
    'checkr',
    `Checkr does not answer as it should (${failure.code}).`,
    "Check CHECKR_URL, then Checkr's status page.",
  );
}

function accountOf({ authorized, apiAuthorized, name }: CheckrAccount): Finding {
  const mend = 'Finish the account with Checkr (dashboard, or your contact there).';
  if (!authorized) return broken('checkr-account', 'Checkr has not authorized this account: orders are refused.', mend);
  if (!apiAuthorized) return broken('checkr-account', 'Checkr has not authorized this account for the API.', mend);
  return ok('checkr-account', `The account ${name} may order.`);
}

/** Once an account has nodes, everything has to be ordered for one of them. */
async function examineNode({ surveyor, profile }: CheckrHop, { usesNodes }: CheckrAccount): Promise<Finding> {
  const { node } = profile;
  const step = 'checkr-node';
  if (node === null && !usesNodes) return ok(step, 'The account has no nodes, and none is named.');
  if (node === null)
    return broken(step, 'The account has nodes, but none is named.', 'Set CHECKR_NODE to the custom id of one.');
  if (!usesNodes)
    return broken(step, `CHECKR_NODE is ${node}, but the account has no nodes.`, 'Empty CHECKR_NODE, or ask Checkr.');
  if (await surveyor.hasNode(node)) return ok(step, `Everything is ordered for the node ${node}.`);
  return broken(step, `Checkr knows no node ${node}.`, 'Correct CHECKR_NODE: it is the custom id, not the name.');
}

async function examinePackages({ surveyor, profile }: CheckrHop): Promise<Finding[]> {
  const slugs = await surveyor.listPackageSlugs();
  const { defaultPackage, addOns } = profile;
  const known = `The account offers ${slugs.length} packages`;
  const mend = `Take one of: ${slugs.slice(0, 12).join(', ')}.`;
  const unknown = Object.values(addOns).filter((slug) => !slugs.includes(slug));
  return [
    defaultPackage === null
      ? unsure(
          'default-package',
          `${known}; a request that names none is refused.`,
          'Set CHECKR_DEFAULT_PACKAGE, or leave it so.',
        )
      : slugs.includes(defaultPackage)
        ? ok('default-package', `${known}, ${defaultPackage} among them.`)
        : broken('default-package', `CHECKR_DEFAULT_PACKAGE ${defaultPackage} is not among them.`, mend),
    unknown.length === 0
      ? ok('add-ons', `All ${Object.keys(addOns).length} add-on packages are offered.`)
      : broken('add-ons', `CHECKR_ADD_ONS names packages Checkr does not offer: ${unknown.join(', ')}.`, mend),
  ];
}

async function examineWebhooks({ surveyor, publicUrl }: CheckrHop): Promise<Finding[]> {
  const webhooks = await surveyor.listWebhooks();
  const step = 'checkr-webhook';
  const wanted = publicUrl === null ? 'https://<your app>/checkr' : `${publicUrl}/checkr`;
  const mend = `Add the webhook ${wanted} with all candidate, invitation, report and adverse action events: Checkr, Developer Settings.`;
  if (webhooks.length === 0) return [broken(step, 'The account sends its events nowhere.', mend)];
  const ours = webhooks.filter(({ url }) =>
    publicUrl === null ? url.endsWith('/checkr') : withoutUser(url) === wanted,
  );
  if (ours.length === 0) return [broken(step, 'The account sends its events, but not here.', mend)];
  if (publicUrl === null)
    return [unsure(step, `It sends its events to ${hostsOf(ours)}.`, 'Set PUBLIC_URL, so that this can be compared.')];
  if (ours.some(({ includesObject }) => includesObject))
    return [
      warning(
        step,
        'Events come with the whole object, personal data included, though it is never used.',
        'Switch the included object off: Checkr, Account Settings, Developer Settings.',
      ),
    ];
  return [ok(step, `It sends its events to ${wanted}.`)];
}

function withoutUser(url: string): string {
  const parsed = new URL(url);
  return `${parsed.origin}${parsed.pathname}`.replace(/\/+$/, '');
}

function hostsOf(webhooks: { url: string }[]): string {
  return webhooks.map(({ url }) => new URL(url).hostname).join(' and ');
}
