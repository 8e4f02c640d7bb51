import type { ZodType } from 'zod';
import type { CheckResult } from './check.ts';
import type { ScreeningResult, ScreeningStatus } from './screening.ts';

/** A message of a screening vendor, whatever its own format: what it says of one check. */
export interface VendorResult {
  /** The vendor's own id of the check. */
  vendorCheckId: string;
  status: 'in_progress' | 'completed';
  /** Never null once completed. */
  result: CheckResult | null;
  /** The vendor's words, for Salesforce alone. */
  summary: string | null;
  /** ISO 8601; null where the vendor does not say. */
  completedAt: string | null;
  estimatedDays: number | null;
  /** https, the check in the vendor's portal. */
  reportUrl: string | null;
  /** As many as the message speaks of; a partial message brings some. */
  screenings: VendorScreening[];
}

/** One search of a check, as the vendor sends it. */
export interface VendorScreening {
  /** The vendor's word for it: `criminal`. */
  type: string;
  status: ScreeningStatus;
  result: ScreeningResult | null;
  summary: string | null;
  /** ISO 8601. */
  completedAt: string | null;
  recordCount: number | null;
}

/** How one vendor writes: reads the JSON it sends. Its faults name fields and never quote values. */
export type VendorFormat = ZodType<VendorResult>;

/** A message that was proven and read, as it came in. */
export interface VendorMessage {
  result: VendorResult;
  /** Hex fingerprint of the bytes that came in; makes the message once only. */
  payloadSha256: string;
  /** Unix milliseconds at the door. */
  receivedAt: number;
  /** Of the HTTP request, as in the log. */
  requestId: string;
}
