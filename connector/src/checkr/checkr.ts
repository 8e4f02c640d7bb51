import { isFailure } from '../domain/failure.ts';
import type { CandidateDraft } from '../domain/candidate-draft.ts';
import type { Checkr, CheckPackage, OrderRequest } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';
import { createAdverseActions } from './adverse-actions.ts';
import { toInvitation, toPackage, toReport } from './from-checkr.ts';
import type { CheckrHttp } from './http.ts';
import {
  candidateListSchema,
  candidateSchema,
  invitationListSchema,
  invitationSchema,
  packagePageSchema,
  reportSchema,
} from './schemas.ts';
import { SCREENING_INCLUDES } from './screenings.ts';

/** The most a page of Checkr's holds. */
const PER_PAGE = 100;

interface CheckrOptions {
  http: CheckrHttp;
  /** Without slash: `https://dashboard.checkr.com`. */
  dashboardUrl: string;
}

/** The Checkr port over HTTP. */
export function createCheckr({ http, dashboardUrl }: CheckrOptions): Checkr {
  return {
    ...createAdverseActions(http),
    async createCandidate(draft, idempotencyKey) {
      const body = candidateBody(draft);
      const candidate = await http.post('/candidates', body, { schema: candidateSchema, idempotencyKey });
      return candidate.id;
    },
    async updateCandidate(id, draft, { contactOnly }) {
      const { email, phone } = draft;
      const { custom_id: _ours, work_locations: _theirs, ...body } = candidateBody(draft);
      await http.post(`/candidates/${encodeURIComponent(id)}`, contactOnly ? { email, phone } : body, {
        schema: candidateSchema,
      });
    },
    async findCandidateByCustomId(customId) {
      const found = await http.get(`/candidates?custom_id=${encodeURIComponent(customId)}`, candidateListSchema);
      return found.data[0]?.id ?? null;
    },
    async createInvitation(order) {
      const readAt = Date.now();
      const { idempotencyKey } = order;
      const answer = await http.post('/invitations', orderBody(order), { schema: invitationSchema, idempotencyKey });
      return toInvitation(answer, http.vendorTime(readAt));
    },
    async createReport(order) {
      const readAt = Date.now();
      const { idempotencyKey } = order;
      const answer = await http.post('/reports', orderBody(order), { schema: reportSchema, idempotencyKey });
      return toReport(answer, http.vendorTime(readAt));
    },
    async deleteInvitation(id) {
      await http.delete(`/invitations/${encodeURIComponent(id)}`, invitationSchema);
    },
    async listInvitations(candidateId) {
      const readAt = Date.now();
      const path = `/invitations?candidate_id=${encodeURIComponent(candidateId)}&per_page=${PER_PAGE}`;
      const { data } = await http.get(path, invitationListSchema);
      return data.map((invitation) => toInvitation(invitation, http.vendorTime(readAt)));
    },
    async listReports(candidateId) {
      const candidate = await http.get(`/candidates/${encodeURIComponent(candidateId)}`, candidateSchema);
      return Promise.all((candidate.report_ids ?? []).map((id) => getReport(http, id)));
    },
    async completeReport(id, idempotencyKey) {
      await http.post(`/reports/${encodeURIComponent(id)}/complete`, {}, { schema: reportSchema, idempotencyKey });
    },
    async getInvitation(id) {
      const readAt = Date.now();
      const path = `/invitations/${encodeURIComponent(id)}?include_deleted=true`;
      return toInvitation(await http.get(path, invitationSchema), http.vendorTime(readAt));
    },
    getReport: (id) => getReport(http, id),
    listPackages: () => listAllPackages(http),
    reportUrl: (reportId) => `${dashboardUrl}/reports/${encodeURIComponent(reportId)}`,
  };
}

/** The published `next_href` may carry another host or scheme, so pages are counted, not followed. */
async function listAllPackages(http: CheckrHttp): Promise<CheckPackage[]> {
  const packages: CheckPackage[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await http.get(`/packages?page=${page}&per_page=${PER_PAGE}`, packagePageSchema);
    packages.push(...answer.data.filter((item) => !item.deleted_at).map(toPackage));
    if (!answer.next_href || answer.data.length === 0) return packages;
  }
}

/** With its screenings; should Checkr ever refuse one of their names, then without: the result matters more. */
async function getReport(http: CheckrHttp, id: string): Promise<Report> {
  const readAt = Date.now();
  const path = `/reports/${encodeURIComponent(id)}`;
  try {
    return toReport(
      await http.get(`${path}?include=${SCREENING_INCLUDES.join(',')}`, reportSchema),
      http.vendorTime(readAt),
    );
  } catch (error) {
    if (!isFailure(error, 'rejected') || error.code !== 'checkr-400') throw error;
    const readAgainAt = Date.now();
    return toReport(await http.get(path, reportSchema), http.vendorTime(readAgainAt));
  }
}

function candidateBody(draft: CandidateDraft) {
  return {
    custom_id: draft.customId,
    email: draft.email,
    first_name: draft.firstName,
    middle_name: draft.middleName,
    no_middle_name: draft.noMiddleName,
    last_name: draft.lastName,
    phone: draft.phone,
    zipcode: draft.zipcode,
    dob: draft.birthDate,
    ssn: draft.ssn,
    work_locations: draft.workLocations,
  };
}

function orderBody(order: OrderRequest): object {
  return {
    candidate_id: order.candidateId,
    package: order.packageSlug,
    work_locations: order.workLocations,
    tags: order.tags,
  };
}
