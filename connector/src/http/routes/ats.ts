import { OpenAPIHono, type Hook } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { timeout } from 'hono/timeout';
import type { OfferedPackage } from '../../domain/ats-order.ts';
import { Failure } from '../../domain/failure.ts';
import { atsErrorAnswer } from '../ats/error-answer.ts';
import { logIn, type AtsEnv } from '../ats/log-in.ts';
import { orderFromBody } from '../ats/order-from-body.ts';
import { DOCUMENT, ordersRoute, packagesRoute } from '../ats/routes.ts';
import type { OfferBody } from '../ats/schemas.ts';
import type { AtsDoorDeps } from '../deps.ts';
import { limitedBody } from '../limited-body.ts';

const MAX_BYTES = 64 * 1024;
/** A sender that waited longer sends again, and finds what was stored meanwhile. */
const ANSWER_WITHIN_MS = 4000;

/**
 * The doors of applicant tracking systems: what can be ordered, and orders, which are checks in the org before they are
 * answered. Every refusal is `{"error_message"}`. `GET /ats/openapi.json` describes them.
 */
export function atsDoor({ login, listPackages, placeOrder }: AtsDoorDeps, proxyHops: number): OpenAPIHono<AtsEnv> {
  const app = new OpenAPIHono<AtsEnv>({ defaultHook: refuseFields });
  app.onError(atsErrorAnswer);
  app.doc31('/openapi.json', DOCUMENT);
  app.openAPIRegistry.registerComponent('securitySchemes', 'basic', { type: 'http', scheme: 'basic' });

  const inTime = timeout(ANSWER_WITHIN_MS, () => new HTTPException(503));
  for (const path of ['/packages', '/orders'] as const) app.use(path, inTime, logIn(login, proxyHops));
  app.use('/orders', limitedBody(MAX_BYTES), onlyJson);

  app.openapi(packagesRoute, async (c) => c.json(offerOf(await listPackages(c.get('account'))), 200));
  app.openapi(ordersRoute, async (c) => {
    const body = c.req.valid('json');
    const account = c.get('account');
    if (body.account_id !== account.id) throw refusalOf(['account_id: must be the account you log in as']);
    const { trackingId } = await placeOrder(account, orderFromBody(body));
    return c.json({ background_check_id: body.background_check_id, tracking_id: trackingId }, 201);
  });
  app.all('*', () => {
    throw new Failure('not-found', 'ats-no-such-route');
  });
  return app;
}

/** Named as the sender names it: `applicant.email: must be an e-mail address`. */
const refuseFields: Hook<unknown, AtsEnv, string, undefined> = (result) => {
  if (result.success) return;
  throw refusalOf(result.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`));
};

function refusalOf(problems: string[]): Failure {
  return new Failure('invalid', 'ats-order-invalid', { vendorWords: [`${problems.join('; ')}.`] });
}

const onlyJson: MiddlewareHandler = async function onlyJson(c, next) {
  if (c.req.method !== 'POST') return next();
  if (!/^application\/([\w.-]+\+)?json *(;|$)/i.test(c.req.header('content-type') ?? ''))
    throw new Failure('invalid', 'ats-content-type');
  // The library behind refuses some ways of writing what may follow the type, which says nothing about JSON.
  c.req.raw.headers.set('content-type', 'application/json');
  try {
    await c.req.json();
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('invalid', 'ats-body-not-json', { cause });
  }
  await next();
};

function offerOf(packages: OfferedPackage[]): OfferBody {
  const offered = ({ slug, name, price, description }: OfferedPackage) => ({
    id: slug,
    name,
    ...(price === null ? {} : { price }),
    ...(description === null ? {} : { description }),
  });
  return {
    packages: packages
      .filter(({ isAddOn }) => !isAddOn)
      .map((each) => ({ ...offered(each), screenings: [...each.screenings] })),
    add_on_packages: packages
      // One without a price cannot be put on the applicant tracking system's list.
      .filter(({ isAddOn, price }) => isAddOn && price !== null)
      .map((each) => ({ ...offered(each), description: each.description ?? each.name })),
  };
}
