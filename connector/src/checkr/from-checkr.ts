import type { z } from 'zod';
import type { CheckPackage } from '../domain/checkr-port.ts';
import type { Invitation, Report } from '../domain/report.ts';
import type { invitationSchema, packagePageSchema, reportSchema } from './schemas.ts';
import { screeningsOf } from './screenings.ts';

/** An invitation in our words; `readAt` is when it was asked for. */
export function toInvitation(answer: z.infer<typeof invitationSchema>, readAt: number): Invitation {
  return {
    id: answer.id,
    status: answer.status,
    isDeleted: Boolean(answer.deleted_at),
    candidateId: answer.candidate_id,
    reportId: answer.report_id ?? null,
    tags: answer.tags ?? [],
    url: answer.invitation_url,
    expiresAt: answer.expires_at ?? null,
    readAt,
  };
}

/** A report in our words, with the screenings embedded in it. */
export function toReport(answer: z.infer<typeof reportSchema>, readAt: number): Report {
  return {
    id: answer.id,
    candidateId: answer.candidate_id,
    packageSlug: answer.package ?? null,
    tags: answer.tags ?? [],
    status: answer.status,
    result: answer.result ?? null,
    assessment: answer.assessment ?? null,
    adjudication: answer.adjudication ?? null,
    includesCanceled: answer.includes_canceled ?? false,
    completedAt: answer.completed_at ?? null,
    upgradedAt: answer.upgraded_at ?? null,
    revisedAt: answer.revised_at ?? null,
    screenings: screeningsOf(answer),
    turnaroundSeconds: answer.turnaround_time ?? null,
    source: answer.source ?? null,
    estimatedCompletion: answer.estimated_completion_time?.slice(0, 10) ?? null,
    readAt,
  };
}

/** A package in our words. */
export function toPackage(item: z.infer<typeof packagePageSchema>['data'][number]): CheckPackage {
  return {
    slug: item.slug,
    name: item.name,
    priceCents: item.price ?? null,
    screenings: (item.screenings ?? []).map(({ type, subtype }) => screeningName(type, subtype ?? null)),
  };
}

/** `county_criminal_search` + `7years` → `County criminal search (7 years)`; `ssn_trace` → `SSN trace`. */
function screeningName(type: string, subtype: string | null): string {
  const words = type.replaceAll('_', ' ').replace(/\b(ssn|facis)\b/, (short) => short.toUpperCase());
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return subtype ? `${name} (${subtype.replace(/^(\d+)(\D+)$/, '$1 $2')})` : name;
}
