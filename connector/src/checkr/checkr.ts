import { isFailure } from '../domain/failure.ts';
import type { Checkr, CheckPackage, OrderRequest } from '../domain/checkr-port.ts';
import type { Report } from '../domain/report.ts';
import { createAdverseActions } from './adverse-actions.ts';
import { createCandidates } from './candidates.ts';
import { createDocuments } from './documents.ts';
import { toInvitation, toPackage, toReport } from './from-checkr.ts';
import type { CheckrHttp } from './http.ts';
import { listAll, PER_PAGE } from './list-all.ts';
import { candidateSchema, invitationListSchema, invitationSchema, packagePageSchema, reportSchema } from './schemas.ts';
import { SCREENING_INCLUDES } from './screenings.ts';

interface CheckrOptions {
  http: CheckrHttp;
  /** Without slash: `https://dashboard.checkr.com`. */
  dashboardUrl: string;
}

/** The Checkr port over HTTP. */
export function createCheckr({ http, dashboardUrl }: CheckrOptions): Checkr {
  return {
    ...createCandidates(http),
    ...createDocuments(http),
    ...createAdverseActions(http),
    async createInvitation(order) {
      const readAt = Date.now();
      const { idempotencyKey } = order;
      const answer = await http.post('/invitations', orderBody(order), { schema: invitationSchema, idempotencyKey });
      return toInvitation(answer, http.vendorTime(readAt));
    },
    async createReport(order) {
      const { idempotencyKey } = order;
      return (await http.post('/reports', orderBody(order), { schema: reportSchema, idempotencyKey })).id;
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
    async upgradeReport(id, packageSlug, idempotencyKey) {
      const body = { package: packageSlug };
      await http.post(`/reports/${encodeURIComponent(id)}`, body, { schema: reportSchema, idempotencyKey });
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

async function listAllPackages(http: CheckrHttp): Promise<CheckPackage[]> {
  const packages = await listAll(http, '/packages', { schema: packagePageSchema });
  return packages.filter((item) => !item.deleted_at).map(toPackage);
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

function orderBody(order: OrderRequest): object {
  return {
    candidate_id: order.candidateId,
    package: order.packageSlug,
    work_locations: order.workLocations,
    tags: order.tags,
    ...(order.node === null ? {} : { node: order.node }),
    ...(order.consentDocumentIds ? { consent_document_ids: order.consentDocumentIds } : {}),
  };
}
