import type { Screening } from './screening.ts';
import { kindOf } from './screening-types.ts';
import type { ScreeningType } from './screening-types.ts';

type Shape = (screening: Screening) => Record<string, unknown>;

/** The screening as the API shows it; most kinds share one shape, a few published ones differ. */
export function screeningJson(screening: Screening): Record<string, unknown> {
  const shape = SHAPES[screening.type] ?? (kindOf(screening.type).isInternational ? withoutAssessment : ordinary);
  return { ...shape(screening), ...screening.details };
}

const ordinary: Shape = (screening) => ({
  id: screening.id,
  object: screening.type,
  uri: `/v1/${kindOf(screening.type).path}/${screening.id}`,
  status: screening.status,
  result: screening.result,
  assessment: screening.assessment,
  created_at: screening.created_at,
  completed_at: screening.completed_at,
  turnaround_time: screening.turnaround_time,
  cancellation_reason: screening.cancellation_reason,
  cancellation_reason_description: screening.cancellation_reason_description,
});

const withoutAssessment: Shape = (screening) => {
  const { assessment: _none, ...fields } = ordinary(screening);
  return fields;
};

/** References call their object by the plural. */
const reference: Shape = (screening) => ({ ...ordinary(screening), object: `${screening.type}s` });

const SHAPES: Partial<Record<ScreeningType, Shape>> = {
  drug_screening: ({ id, status, result }) => ({ id, status, result }),
  drug_alcohol_clearinghouse: ({ id, status, cancellation_reason, cancellation_reason_description }) => ({
    id,
    status,
    cancellation_reason,
    cancellation_reason_description,
  }),
  facis_search: (screening) => {
    const { uri: _none, ...fields } = withoutAssessment(screening);
    return fields;
  },
  personal_reference_verification: reference,
  professional_reference_verification: reference,
  // A license that was looked at says the result in its status as well.
  professional_license_verification: (screening) => ({
    ...ordinary(screening),
    status: screening.status === 'complete' ? screening.result : screening.status,
  }),
};
