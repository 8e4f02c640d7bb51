import { newId } from '../../ids.ts';
import type { Found } from './found.ts';

/** What the verifications of schools and of employers share; with a record, something did not match. */
export function historyRecord({ hasRecord, at }: Found): Record<string, unknown> {
  return {
    id: newId(),
    status: hasRecord ? 'consider' : 'clear',
    events: [{ text: 'started', created_at: at, type: 'verification_start' }],
    cancellation_reason: null,
    cancellation_reason_description: null,
  };
}

/** One school and what it said of the degree. */
export function educationDetails({ hasRecord }: Found): Record<string, unknown> {
  const degree = { title: 'BA', majors: 'History', major_concentrations: '', minors: '', year_awarded: '2012' };
  return {
    result: { verified: !hasRecord, degrees: hasRecord ? [] : [degree] },
    school: { id: newId(), object: 'school', name: 'Simulated College', degree: 'BA', year_awarded: 2012 },
  };
}

/** One employer and what it said of the job. */
export function employmentDetails({ hasRecord }: Found): Record<string, unknown> {
  const answer = (comments: string, verified = true) => ({ verified, comments, ignored: null });
  return {
    result: {
      start_date: answer('2016-06-01'),
      end_date: answer('2019-05-01', !hasRecord),
      position: answer('Simulated Clerk', !hasRecord),
      contract_type: answer('Full Time'),
      salary: { verified: false, comments: '', ignored: 'package' },
      questions: [],
    },
    employer: { id: newId(), object: 'employer', name: 'Simulated Employer', position: 'Simulated Clerk' },
  };
}
