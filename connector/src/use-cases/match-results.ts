import { connectionKey } from '../domain/connection.ts';
import type { CheckRecords } from '../domain/ports.ts';
import type { LinkedCheck } from '../domain/vendor-records.ts';
import { applyInTurn, type ReceiveResultDeps } from './receive-result.ts';
import { tellAdmins } from './tell-admins.ts';

/** Each asks once and writes once or more; the rest comes with the next run. */
const CHECKS_PER_RUN = 50;

export interface MatchResultsDeps extends ReceiveResultDeps {
  records: ReceiveResultDeps['records'] & Pick<CheckRecords, 'write'>;
  /** Names of the vendors this connection hears of, as `Vendor__c` holds them. */
  vendors: readonly string[];
  /** Where the last run stopped; forgetting it only means to begin again. */
  linkedCursor: { get(): Promise<string>; set(id: string): Promise<void> };
}

/**
 * Carries out what vendors sent about ids nobody knew, once a check has that id. The check is stamped with the connection
 * last: dying in between only means to begin again. What the org refuses is tried again, and told to the admins. Gives how many checks were looked after, and messages applied.
 */
export async function matchResults(deps: MatchResultsDeps): Promise<{ linked: number; matched: number }> {
  const query = { afterId: await deps.linkedCursor.get(), limit: CHECKS_PER_RUN };
  const linked = await deps.records.listNewlyLinked(query);
  const failed: unknown[] = [];
  let matched = 0;
  for (const check of linked) {
    try {
      matched += await match(deps, check);
    } catch (error) {
      failed.push(error);
    }
  }
  // Checks the org does not let us write must not hold up the others, neither now nor in the next run.
  await deps.linkedCursor.set(linked.length < CHECKS_PER_RUN ? '' : (linked.at(-1)?.id ?? ''));
  if (failed.length > 0) {
    await tellAdmins(deps.records, {
      ...{ type: 'events.unmatched', about: 'vendors-failing', at: deps.now() },
      reason: `Messages of other screening vendors could not be applied to checks: ${failed.length}. These checks show less than the vendor told. They are tried again every minute. The list Parked or Failed names them; the log of the connector says what is in the way.`,
    });
    throw failed[0];
  }
  return { linked: linked.length, matched };
}

async function match(deps: MatchResultsDeps, { id, vendor, externalId }: LinkedCheck): Promise<number> {
  const { records, connection, vendors } = deps;
  const messages = await records.listParked(externalId);
  for (const message of messages) await applyInTurn(deps, vendor, message);
  const errorHelp = vendors.includes(vendor) ? {} : { errorHelp: unknownVendor(vendor) };
  await records.write(id, { connectionKey: connectionKey(connection), ...errorHelp });
  return messages.length;
}

function unknownVendor(vendor: string): string {
  return `The connector receives nothing from a vendor called "${vendor}". Ask your administrator to add it to VENDORS, or cancel this check and enter it again with the vendor's name as it is there.`;
}
