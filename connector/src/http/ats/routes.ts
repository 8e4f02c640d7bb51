import { createRoute } from '@hono/zod-openapi';
import { errorSchema, offerSchema, orderSchema, placedSchema } from './schemas.ts';

const json = <T>(schema: T, description: string) => ({ description, content: { 'application/json': { schema } } });
const refusal = (description: string) => json(errorSchema, description);

const SECURITY = [{ basic: [] }];
const EVERYWHERE = {
  401: refusal('The account or its secret is wrong.'),
  503: refusal('Try again later: nothing was stored that a repeated order would not find.'),
};

/** `GET /ats/packages` */
export const packagesRoute = createRoute({
  method: 'get',
  path: '/packages',
  summary: 'What can be ordered',
  security: SECURITY,
  responses: { 200: json(offerSchema, 'Packages, and add-ons that may go with them.'), ...EVERYWHERE },
});

/** `POST /ats/orders` */
export const ordersRoute = createRoute({
  method: 'post',
  path: '/orders',
  summary: 'Order a background check',
  description: 'The same order sent again is answered in the same way and orders nothing twice.',
  security: SECURITY,
  request: { body: { required: true, ...json(orderSchema, 'The order.') } },
  responses: {
    201: json(placedSchema, 'The order is stored; the applicant will be invited.'),
    400: refusal('The body is not JSON, or a field is missing or not as it should be.'),
    409: refusal('Another order was sent under this background_check_id before.'),
    413: refusal('The body is too large.'),
    422: refusal('The order cannot be carried out as it is.'),
    ...EVERYWHERE,
  },
});

/** The head of `/ats/openapi.json`. */
export const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Background checks for applicant tracking systems',
    version: '1',
    description: 'How a check ends is posted to the order’s webhook_url, signed by Standard Webhooks. See docs/ats.md.',
  },
  servers: [{ url: '/ats' }],
};
