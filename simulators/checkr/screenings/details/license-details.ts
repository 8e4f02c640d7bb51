import { fullName } from './found.ts';
import type { Found } from './found.ts';

/** What a professional license turned out to be; with a record, it has expired. */
export function licenseDetails({ hasRecord, person }: Found): Record<string, unknown> {
  const issued = { certification_issued_to: fullName(person), certification_issuer: 'California: Simulated Board' };
  const checks = ['not_expired', 'data_consistency', 'in_good_standing', 'found'].map((name, index) => ({
    name,
    status: hasRecord && index === 0 ? 'consider' : 'clear',
  }));
  return {
    documents: [],
    certifications: [
      {
        result: {
          ...issued,
          certification_issuer_region: 'CA',
          certification_expiration: hasRecord ? '01/10/2019' : '01/10/2030',
          verified_by: 'partner',
          sub_results: [{ name: 'license_number', value: 'SIM1234567' }],
          sub_checks: checks,
        },
        input: { ...issued, license_number: 'SIM1234567', license_type: 'Nurse' },
        candidate_documents: [],
      },
    ],
  };
}

/** What a reference answered. */
export function referenceDetails(relationship: string): Record<string, unknown> {
  return {
    name: 'Reference Sample',
    email: 'reference.sample@example.org',
    phone: '5555550100',
    relationship,
    questions: [{ question: 'How long have you known the applicant?', answer: 'Some years, the simulator says.' }],
  };
}
