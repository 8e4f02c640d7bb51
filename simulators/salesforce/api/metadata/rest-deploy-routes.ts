import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../api-env.ts';
import type { DeployJobs } from './deploy-jobs.ts';
import { readDeployOptions } from './deploy-options.ts';
import { deployResult } from './deploy-result.ts';
import { refusalOf } from './may-deploy.ts';

const entitySchema = z.object({ deployOptions: z.unknown() });

/** `POST …/metadata/deployRequest` with the package, `GET …/metadata/deployRequest/<id>` until it is done. */
export function restDeployRoutes({ jobs }: { jobs: DeployJobs }): Hono<ApiEnv> {
  const path = '/services/data/:version{v[0-9]+\\.0}/metadata/deployRequest';
  return new Hono<ApiEnv>()
    .post(path, async (c) => {
      const user = c.get('user');
      const refusal = refusalOf(user);
      if (refusal) return refused(c, 403, { errorCode: refusal.code, message: refusal.message });
      try {
        const { zip, options } = await readRequest(c);
        const job = jobs.start({ user, zip, options });
        return c.json(
          { id: job.id, deployOptions: options, deployResult: deployResult(job, { withDetails: false }) },
          201,
        );
      } catch (error) {
        return refused(c, 400, {
          errorCode: 'INVALID_OPERATION',
          message: String(error instanceof Error ? error.message : error),
        });
      }
    })
    .get(`${path}/:id`, (c) => {
      const job = jobs.find(c.req.param('id') ?? '');
      if (!job) return refused(c, 404, { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' });
      const withDetails = c.req.query('includeDetails') === 'true';
      return c.json({ id: job.id, deployOptions: job.options, deployResult: deployResult(job, { withDetails }) });
    });
}

async function readRequest(c: Context) {
  const form = await c.req.parseBody();
  const { file, entity_content: entity } = form;
  if (!(file instanceof File)) throw new Error('the request has no part called file with the package');
  const { deployOptions } = entitySchema.parse(
    JSON.parse(entity instanceof File ? await entity.text() : String(entity)),
  );
  return { zip: new Uint8Array(await file.arrayBuffer()), options: readDeployOptions(deployOptions) };
}

function refused(c: Context, status: 400 | 403 | 404, error: { errorCode: string; message: string }): Response {
  return c.json([error], status);
}
