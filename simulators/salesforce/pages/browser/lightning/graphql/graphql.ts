import { callOrg, type FetchError } from 'page/http';

export interface GraphqlConfig {
  query?: string | undefined;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

export interface GraphqlResult {
  data: unknown;
  errors: { message: string }[] | undefined;
  /** Asks again; settles when the new answer was given. */
  refresh: () => Promise<void>;
}

type Answer = { data?: unknown; errors?: { message: string }[] };

/** Tag for GraphQL texts; other tagged texts (fragments) may be put in. */
export function gql(parts: TemplateStringsArray, ...inserted: unknown[]): string {
  return String.raw({ raw: parts }, ...inserted);
}

/** Wire adapter: the answer of one GraphQL query. It waits while `variables` is configured but undefined. */
export class graphql {
  private readonly emit: (result: GraphqlResult) => void;
  private config: GraphqlConfig | undefined;
  private asked = '';
  private turn = 0;
  private readonly refresh = (): Promise<void> => this.provide();

  constructor(emit: (result: GraphqlResult) => void) {
    this.emit = emit;
    this.give({});
  }

  connect(): void {
    this.asked = '';
  }

  disconnect(): void {
    this.turn++;
  }

  update(config: GraphqlConfig): void {
    const isWaiting = 'variables' in config && config.variables === undefined;
    const asked = JSON.stringify(config);
    if (!config.query || isWaiting || asked === this.asked) return;
    this.asked = asked;
    this.config = config;
    void this.provide();
  }

  private async provide(): Promise<void> {
    if (!this.config) return;
    const turn = ++this.turn;
    const { query, variables = {}, operationName } = this.config;
    const answer = await ask({ query, variables, operationName });
    if (turn === this.turn) this.give(answer);
  }

  private give(answer: Answer): void {
    const errors = answer.errors?.length ? answer.errors : undefined;
    this.emit({ data: answer.data ?? undefined, errors, refresh: this.refresh });
  }
}

async function ask(body: object): Promise<Answer> {
  try {
    return await callOrg<Answer>('POST', '/graphql', body);
  } catch (error) {
    return { errors: [{ message: messageOf((error as FetchError).body) }] };
  }
}

function messageOf(body: unknown): string {
  const first = (Array.isArray(body) ? body[0] : body) as { message?: string } | undefined;
  return first?.message ?? 'The query failed.';
}
