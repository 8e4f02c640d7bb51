import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { RunningUser } from '../../model.ts';
import { answersFromForm } from './answers-from-form.ts';
import { flowPage } from './flow-page.ts';
import type { InterviewView } from './interview-view.ts';
import { ScreenFlowError } from './screen-flow-error.ts';
import type { ScreenInterviews } from './screen-interviews.ts';

export interface ScreenFlowRoutesOptions {
  screens: () => ScreenInterviews;
  /** Whose session the request carries. */
  userOf(c: Context): RunningUser | undefined;
}

const startSchema = z.strictObject({ inputs: z.record(z.string(), z.unknown()).default({}) });
const stepSchema = z.strictObject({
  action: z.enum(['NEXT', 'FINISH', 'BACK']),
  answers: z.record(z.string(), z.unknown()).default({}),
});
const RETURN = 'retURL';

/**
 * Screen flows for a browser and for programs, below `/lightning/flow/<name>`: a plain page, or JSON when JSON is sent or
 * asked for. `GET` with the inputs as query starts one, as a list button does with `ids` and `retURL`; `/flow/<name>` too.
 */
export function screenFlowRoutes({ screens, userOf }: ScreenFlowRoutesOptions): Hono {
  const signedIn = (c: Context): RunningUser => {
    const user = userOf(c);
    if (!user) throw new NotSignedIn();
    return user;
  };
  return new Hono()
    .get('/flow/:name', (c) => c.redirect(`/lightning${toPath(c)}`))
    .get('/lightning/flow/:name', (c) => {
      const { [RETURN]: back, ...inputs } = c.req.query();
      const view = screens().startInterview(signedIn(c), c.req.param('name'), inputs);
      return c.redirect(pathOf(view, back), 303);
    })
    .post('/lightning/flow/:name/interviews', async (c) => {
      const { inputs } = startSchema.parse(await c.req.json());
      return c.json(screens().startInterview(signedIn(c), c.req.param('name'), inputs), 201);
    })
    .get('/lightning/flow/:name/interviews/:id', (c) => {
      const view = screens().view(signedIn(c), c.req.param('id'));
      if (c.req.header('accept')?.includes('application/json')) return c.json(view);
      const back = ownPath(c.req.query(RETURN));
      if (view.status === 'FINISHED' && back !== undefined) return c.redirect(back, 303);
      return c.html(flowPage(view, back));
    })
    .post('/lightning/flow/:name/interviews/:id', async (c) => {
      const [user, id] = [signedIn(c), c.req.param('id')];
      if (c.req.header('content-type')?.includes('application/json'))
        return c.json(screens().next(user, id, stepSchema.parse(await c.req.json())));
      const form = await c.req.parseBody();
      const { screen } = screens().view(user, id);
      const { action } = stepSchema.parse({ action: form['action'] });
      const view = screens().next(user, id, { action, answers: answersFromForm(screen?.fields ?? [], form) });
      return c.redirect(pathOf(view, c.req.query(RETURN)), 303);
    })
    .onError(answerError);
}

class NotSignedIn extends Error {}

function answerError(error: Error, c: Context): Response {
  if (error instanceof NotSignedIn) return c.redirect(`/__login?to=${encodeURIComponent(toPath(c))}`);
  if (error instanceof ScreenFlowError) return c.json({ message: error.message }, 404);
  if (error instanceof z.ZodError) return c.json({ message: z.prettifyError(error) }, 400);
  throw error;
}

function toPath(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

function pathOf({ flow, id }: InterviewView, back: string | undefined): string {
  const query = back === undefined ? '' : `?${RETURN}=${encodeURIComponent(back)}`;
  return `/lightning/flow/${flow}/interviews/${id}${query}`;
}

/** Only paths of this org are followed, so that a link cannot lead elsewhere. */
function ownPath(path: string | undefined): string | undefined {
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : undefined;
}
