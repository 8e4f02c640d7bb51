import { z } from 'zod';
import { flag, optionalText } from '../http/read-body.ts';
import { US_STATES } from './us-states.ts';

/** A list of work locations as requests carry it; a country that is left out is the US. */
export const workLocations = z
  .array(
    z.strictObject({
      country: z.string().length(2).optional(),
      state: z.string().optional(),
      city: z.string().max(255).optional(),
    }),
  )
  .refine(
    (places) => places.every((place) => !isInUs(place) || place.state === undefined || US_STATES.has(place.state)),
    'State is not a valid US state',
  );

/** Tells whether a work location lies in the US. */
export function isInUs(place: { country?: string | undefined }): boolean {
  return (place.country ?? 'US') === 'US';
}

/** What POST /candidates and POST /candidates/:id take. */
export const candidateBody = z.strictObject({
  first_name: optionalText,
  last_name: optionalText,
  middle_name: optionalText,
  mother_maiden_name: optionalText,
  dob: optionalText,
  ssn: optionalText,
  email: optionalText,
  zipcode: optionalText,
  phone: optionalText,
  driver_license_state: optionalText,
  driver_license_number: optionalText,
  previous_driver_license_state: optionalText,
  previous_driver_license_number: optionalText,
  custom_id: optionalText,
  copy_requested: flag.optional(),
  no_middle_name: flag.optional(),
  metadata: z
    .record(
      z.string(),
      z
        .union([z.string(), z.number(), z.boolean(), z.null()])
        .transform((value) => (value === null ? '' : String(value))),
    )
    .nullable()
    .optional(),
  work_locations: workLocations.optional(),
});

/** The body as parsed: only what was sent. */
export type CandidateBody = z.infer<typeof candidateBody>;
