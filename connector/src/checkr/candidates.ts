import type { CandidateDraft } from '../domain/candidate-draft.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { CheckrHttp } from './http.ts';
import { listAll, listPage } from './list-all.ts';
import { candidateListSchema, candidateSchema } from './schemas.ts';

type CandidateCalls = Pick<
  Checkr,
  | 'createCandidate'
  | 'getCandidateName'
  | 'updateCandidate'
  | 'findCandidateByCustomId'
  | 'listCandidates'
  | 'listRevisedReports'
>;

/** The people of the account. */
export function createCandidates(http: CheckrHttp): CandidateCalls {
  return {
    async createCandidate(draft, idempotencyKey) {
      const body = candidateBody(draft);
      const candidate = await http.post('/candidates', body, { schema: candidateSchema, idempotencyKey });
      return candidate.id;
    },
    async getCandidateName(id) {
      const { first_name, last_name } = await http.get(`/candidates/${encodeURIComponent(id)}`, candidateSchema);
      return { firstName: first_name ?? null, lastName: last_name ?? null };
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
    async listCandidates(page) {
      const { items, isLast } = await listPage(http, '/candidates', { schema: candidateListSchema, page });
      return { candidates: items.map(({ id, report_ids }) => ({ id, reportIds: report_ids ?? [] })), isLast };
    },
    async listRevisedReports(since, until) {
      const query = { report_revised_after: since, report_revised_before: until };
      const candidates = await listAll(http, '/candidates', { schema: candidateListSchema, query });
      return candidates.flatMap(({ report_ids }) => report_ids ?? []);
    },
  };
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
