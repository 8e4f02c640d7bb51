import type { Screening } from './screening.ts';

/** A Checkr invitation, as far as a check follows it. */
export interface Invitation {
  id: string;
  status: 'pending' | 'completed' | 'expired';
  /** Deleted at Checkr, which is how an invitation is canceled. */
  isDeleted: boolean;
  candidateId: string;
  reportId: string | null;
  tags: readonly string[];
  url: string;
  /** ISO 8601, or null when it does not expire. */
  expiresAt: string | null;
  /** Unix milliseconds just before it was asked for. */
  readAt: number;
}

/** A Checkr report, as far as a check follows it. Vendor values are Checkr's own words. */
export interface Report {
  id: string;
  candidateId: string;
  packageSlug: string | null;
  tags: readonly string[];
  status: 'pending' | 'complete' | 'suspended' | 'paused' | 'dispute' | 'canceled';
  result: 'clear' | 'consider' | null;
  assessment: 'eligible' | 'review' | 'escalated' | null;
  adjudication: 'engaged' | 'pre_adverse_action' | 'post_adverse_action' | null;
  includesCanceled: boolean;
  completedAt: string | null;
  upgradedAt: string | null;
  revisedAt: string | null;
  /** Empty where the report was read without them. */
  screenings: readonly Screening[];
  turnaroundSeconds: number | null;
  /** Who asked for it, in Checkr's words: `api`, `form`, `continuous_check`, `manual_order`, … */
  source: string | null;
  /** `YYYY-MM-DD`: only the date means anything. */
  estimatedCompletion: string | null;
  /** Unix milliseconds just before it was asked for. */
  readAt: number;
}
