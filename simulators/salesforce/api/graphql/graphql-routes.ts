import {
  GraphQLError,
  OperationTypeNode,
  execute,
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
} from 'graphql';
import { Hono, type Context } from 'hono';
import { z } from 'zod';

import type { RunningUser } from '../../model.ts';
import type { Org } from '../../org-model.ts';
import { orgSchema } from './org-schema.ts';
import { validationRules } from './validation-rules.ts';

export interface GraphqlOptions {
  org: Org;
  /** Whose session the request carries; undefined when there is none. */
  userOf(c: Context): RunningUser | undefined;
}

const requestBody = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

type GraphqlRequest = z.infer<typeof requestBody>;

/** `POST …/graphql`: queries of `uiapi`; whatever is wrong with one is told in `errors`, the status stays 200. */
export function graphqlRoutes({ org, userOf }: GraphqlOptions): Hono {
  return new Hono().post('/services/data/:version/graphql', async (c) => {
    const user = userOf(c);
    if (!user) return c.json([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }], 401);
    const parsed = requestBody.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success)
      return c.json([{ errorCode: 'JSON_PARSER_ERROR', message: z.prettifyError(parsed.error) }], 400);
    const { data = null, errors = [] } = await answer({ org, user }, parsed.data);
    return c.json({
      data,
      errors: errors.map((error) => ({
        message: error.message,
        locations: error.locations ?? [],
        paths: error.path ?? [],
      })),
    });
  });
}

async function answer(reader: { org: Org; user: RunningUser }, request: GraphqlRequest): Promise<ExecutionResult> {
  const schema = orgSchema(reader);
  try {
    const document = parseQuery(request);
    const errors = validate(schema, document, validationRules);
    if (errors.length > 0) return { errors };
    return await execute({
      schema,
      document,
      variableValues: request.variables ?? null,
      operationName: request.operationName ?? null,
    });
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

function parseQuery({ query, operationName }: GraphqlRequest): DocumentNode {
  const document = parse(query);
  const operation = getOperationAST(document, operationName);
  if (!operation || operation.operation === OperationTypeNode.QUERY) return document;
  throw new GraphQLError(`The simulated org answers queries only; it does not support a ${operation.operation}`);
}
