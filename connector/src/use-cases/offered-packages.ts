import { isFailure } from '../domain/failure.ts';
import type { OfferedPackage } from '../domain/ats-order.ts';
import type { PackageOffer } from '../domain/ats-ports.ts';

const FRESH_MS = 60_000;
/** How old a list may be while the org is away. */
const STALE_MS = 60 * 60 * 1000;

interface OfferDeps {
  offer: PackageOffer;
  /** Unix milliseconds. */
  now(): number;
}

/**
 * What an org offers, read once a minute at the most; while the org is away, what it offered within the last hour.
 * @throws Failure `unavailable` when that is too long ago.
 */
export function createOfferedPackages({ offer, now }: OfferDeps): PackageOffer {
  let kept: { packages: OfferedPackage[]; readAt: number } | null = null;
  let reading: Promise<OfferedPackage[]> | null = null;

  async function read(): Promise<OfferedPackage[]> {
    const readAt = now();
    const packages = await offer.listOffered();
    kept = { packages, readAt };
    return packages;
  }

  return {
    async listOffered() {
      if (kept && now() - kept.readAt < FRESH_MS) return kept.packages;
      reading ??= read().finally(() => (reading = null));
      try {
        return await reading;
      } catch (error) {
        const mayServe = isFailure(error, 'unavailable', 'rate-limited', 'busy');
        if (mayServe && kept && now() - kept.readAt < STALE_MS) return kept.packages;
        throw error;
      }
    },
  };
}
