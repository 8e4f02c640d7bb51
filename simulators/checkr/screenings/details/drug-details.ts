import { newId } from '../../ids.ts';
import { DAY_SECONDS, stampOf } from '../../time/timeline.ts';
import type { Screening } from '../screening.ts';
import type { Found } from './found.ts';

const PASS_DAYS = 7;
const PANEL = ['Amphetamines', 'Cocaine', 'Marijuana', 'Opiates', 'Phencyclidine'];

/** One thing that happened to a drug screening, in Checkr's types. */
export interface DrugEvent {
  type:
    | 'completed'
    | 'screening_invitation_sent'
    | 'screening_scheduled'
    | 'status_update'
    | 'screening_pass_extended'
    | 'screening_notice';
  text: string;
}

/** What a drug screening shows while the candidate has not been to the clinic. */
export function openDrugDetails(createdAt: string): Record<string, unknown> {
  const invitation = { type: 'screening_invitation_sent', text: 'Invitation e-mailed to candidate' };
  return {
    disposition: null,
    mro_notes: null,
    analytes: [],
    events: [{ ...invitation, created_at: createdAt }],
    screening_pass_expires_at: stampOf(new Date(Date.parse(createdAt) + PASS_DAYS * DAY_SECONDS * 1000)),
    appointment_id: null,
  };
}

/** Writes down what happened to a drug screening; a scheduled one has an appointment from then on. */
export function addDrugEvent({ details }: Screening, event: DrugEvent, at: string): void {
  details['events'] = [...(details['events'] as object[]), { ...event, created_at: at }];
  if (event.type === 'screening_scheduled') details['appointment_id'] ??= newId();
}

/** What the laboratory found: one positive analyte, or none. */
export function drugDetails({ hasRecord, at }: Found, open: Record<string, unknown>): Record<string, unknown> {
  const analytes = PANEL.map((name, index) => ({
    name,
    disposition: hasRecord && index === 0 ? 'positive' : 'negative',
    specimen_type: 'urine',
  }));
  const completed = { type: 'completed', text: 'Final result received', created_at: at };
  return {
    disposition: hasRecord ? 'positive' : 'negative',
    mro_notes: hasRecord ? 'Simulated note of the review officer' : null,
    analytes,
    events: [...(open['events'] as object[]), completed],
  };
}
