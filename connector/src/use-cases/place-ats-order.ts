import type { AtsAccount } from '../domain/ats-account.ts';
import { atsOrderKey, type AtsOrder, type OfferedPackage, type PlacedAtsOrder } from '../domain/ats-order.ts';
import type { AtsOrders, AtsPerson, KnownForOrder, PackageOffer } from '../domain/ats-ports.ts';
import { callbackAddressProblem } from '../domain/callback-address.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { Failure } from '../domain/failure.ts';

export interface PlaceAtsOrderDeps {
  connection: ConnectionProfile;
  orders: AtsOrders;
  offer: PackageOffer;
  /** Asks for the check to be ordered; when that fails, reconciling finds it. */
  enqueue(checkId: string): Promise<void>;
}

/**
 * Makes an order a check, in one transaction, before anything is answered. Sent again it is the same check, whatever was
 * forgotten in between: its key and its hash are on the record.
 * @throws Failure `conflict` for another order under the same id, `rejected` with words the sender can act on.
 */
export async function placeAtsOrder(
  deps: PlaceAtsOrderDeps,
  account: AtsAccount,
  order: AtsOrder,
): Promise<PlacedAtsOrder> {
  const key = atsOrderKey(account.id, order.backgroundCheckId);
  const known = await deps.orders.read(key, order.applicant);
  const placed = known.placed ?? (await place(deps, account, { order, key, known }));
  if (placed.hash !== order.hash) throw new Failure('conflict', 'ats-order-differs');
  await deps.enqueue(placed.checkId);
  return placed;
}

async function place(
  { orders, offer, connection }: PlaceAtsOrderDeps,
  account: AtsAccount,
  { order, key, known }: { order: AtsOrder; key: string; known: KnownForOrder },
): Promise<PlacedAtsOrder> {
  const problem = webhookProblem(order, account) ?? packageProblem(order, await offer.listOffered(), connection.addOns);
  if (problem) throw new Failure('rejected', 'ats-order-unfit', { vendorWords: [problem] });
  return orders.place({
    ...{ key, hash: order.hash, accountId: account.id, backgroundCheckId: order.backgroundCheckId },
    ...{ webhookUrl: order.webhookUrl, packageSlug: order.packageId, addOnSlugs: order.addOnIds },
    person: personOf(order, account, known),
    owner: account.owner,
    connectionKey: connectionKey(connection),
  });
}

/** Somebody the org knows exactly once, a Contact before a Lead; else a new Lead. */
function personOf({ applicant }: AtsOrder, { company }: AtsAccount, { contactIds, leadIds }: KnownForOrder): AtsPerson {
  const [contactId, otherContact] = contactIds;
  const [leadId, otherLead] = leadIds;
  if (contactId && !otherContact) return { contactId };
  if (leadId && !otherLead) return { leadId };
  return { applicant, company };
}

function webhookProblem({ webhookUrl }: AtsOrder, { callbackHosts }: AtsAccount): string | null {
  const problem = callbackAddressProblem(webhookUrl, callbackHosts);
  return problem && `webhook_url: ${problem}.`;
}

function packageProblem(
  { packageId, addOnIds }: AtsOrder,
  offered: OfferedPackage[],
  combinations: ConnectionProfile['addOns'],
): string | null {
  const has = (slug: string, isAddOn: boolean) =>
    offered.some((each) => each.slug === slug && each.isAddOn === isAddOn);
  if (!has(packageId, false))
    return `package_id: "${packageId}" is not offered; choose an id of packages from GET /ats/packages.`;
  const unknown = addOnIds.find((slug) => !has(slug, true));
  if (unknown !== undefined)
    return `add_on_package_ids: "${unknown}" is not offered; choose ids of add_on_packages from GET /ats/packages.`;
  if (addOnIds.length > 0 && !combinations[[packageId, ...addOnIds.toSorted()].join('+')])
    return `add_on_package_ids: these cannot be ordered together with "${packageId}"; ask the provider to set the combination up.`;
  return null;
}
