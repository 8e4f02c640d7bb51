import { z } from '@hono/zod-openapi';
import { CALLBACK_ADDRESS_LENGTH } from '../../domain/callback-address.ts';

/** No sender has a use for characters that cannot be seen. */
const VISIBLE = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;

const unless = (kind: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? 'is missing' : `must be ${kind}`),
});
const AN_OBJECT = unless('an object');

/** As long as the field it goes to. */
const text = (length: number) =>
  z
    .string(unless('a text in double quotes'))
    .trim()
    .max(length, `must have at most ${length} characters`)
    .regex(VISIBLE, 'must not hold line breaks or characters that cannot be seen');
const needed = (length: number) => text(length).min(1, 'must not be empty');
const optional = (length: number) =>
  text(length)
    .nullish()
    .transform((value) => value || null);

const applicantSchema = z
  .object(
    {
      id: optional(255),
      first_name: needed(40).openapi({ example: 'John' }),
      last_name: needed(80).openapi({ example: 'Doe' }),
      email: needed(80)
        .pipe(z.email('must be an e-mail address: the invitation goes there'))
        .openapi({ example: 'john.doe@example.org' }),
      phone: optional(40).openapi({ example: '888-555-1234' }),
      address: optional(120).openapi({ example: '123 Main St.' }),
      address_2: optional(120).openapi({ example: 'Apt. 1' }),
      city: optional(40).openapi({ example: 'Springfield' }),
      state: optional(80).openapi({ example: 'IL' }),
      zip: optional(20).openapi({ example: '62701' }),
    },
    AN_OBJECT,
  )
  .openapi('Applicant');

/** The person who hires; only compared, never kept. */
const hiringManagerSchema = z
  .object({ id: optional(255), first_name: optional(80), last_name: optional(80), email: optional(255) }, AN_OBJECT)
  .openapi('HiringManager');

/** An order as it is sent. Fields it does not name are ignored. */
export const orderSchema = z
  .object(
    {
      account_id: needed(64).openapi({ example: 'ACCT123', description: 'The account you log in as.' }),
      background_check_id: needed(120).openapi({ example: '224466', description: 'Your id; orders are known by it.' }),
      package_id: needed(80).openapi({ example: 'tasker_standard' }),
      add_on_package_ids: z
        .array(needed(80), unless('a list of texts'))
        .max(10, 'must hold at most 10 ids')
        .refine((ids) => new Set(ids).size === ids.length, 'must not name one add-on twice')
        .nullish()
        .transform((ids) => ids ?? []),
      webhook_url: needed(CALLBACK_ADDRESS_LENGTH).openapi({
        example: 'https://api.applicant-tracking.example/webhooks',
      }),
      hiring_manager_user_id: optional(255).openapi({ example: '67890' }),
      hiring_manager: hiringManagerSchema.nullish(),
      applicant: applicantSchema,
      job: z.object({ id: optional(255) }, AN_OBJECT).nullish(),
    },
    AN_OBJECT,
  )
  .refine(({ hiring_manager_user_id: id, hiring_manager: manager }) => !id || !manager?.id || id === manager.id, {
    path: ['hiring_manager_user_id'],
    message: 'must be the same as hiring_manager.id',
  })
  .openapi('Order');

export type OrderBody = z.output<typeof orderSchema>;

export const placedSchema = z
  .object({
    background_check_id: z.string().openapi({ example: '224466' }),
    tracking_id: z.string().openapi({ example: 'BC-000042', description: 'Our number of the check.' }),
  })
  .openapi('PlacedOrder');

const offered = {
  id: z.string().openapi({ example: 'tasker_standard' }),
  name: z.string().openapi({ example: 'Tasker Standard' }),
  price: z.string().optional().openapi({ example: '29.99', description: 'Decimal, in the currency of the account.' }),
  description: z.string().optional(),
};

export const offerSchema = z
  .object({
    packages: z.array(z.object({ ...offered, screenings: z.array(z.string()) }).openapi('Package')),
    add_on_packages: z.array(z.object(offered).openapi('AddOnPackage')),
  })
  .openapi('Offer');

export type OfferBody = z.infer<typeof offerSchema>;

export const errorSchema = z
  .object({ error_message: z.string().openapi({ description: 'What is wrong, where, and what to do about it.' }) })
  .openapi('Error');
