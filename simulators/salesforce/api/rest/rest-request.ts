import type { SimulatedOrg } from '../../org.ts';
import type { RunningUser } from '../../model.ts';
import type { RowFault } from '../row-fault.ts';

/** Who asks, of which org. */
export interface Caller {
  org: SimulatedOrg;
  user: RunningUser;
  /** Rows of a collections call that are refused on demand. */
  rowFault?: RowFault | undefined;
}

/** One call of the data API, already authenticated; composite calls hand on their parts in the same shape. */
export interface RestRequest extends Caller {
  method: string;
  /** Below the version: `/sobjects/Lead`; still encoded. */
  path: string;
  query: URLSearchParams;
  /** Parsed JSON; undefined when there is none. */
  body: unknown;
  /** As in the path: `v66.0`. */
  version: string;
  /** `http://127.0.0.1:4000` */
  origin: string;
  header(name: string): string | undefined;
}

export interface RestAnswer {
  status: number;
  /** Left out, the answer has no body. */
  body?: unknown;
  /** In place of a body. */
  bytes?: Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

/** `params` are the decoded `:names` of the route's pattern. */
export type RestHandler = (request: RestRequest, params: Record<string, string>) => RestAnswer;

/** One route of the data API. */
export interface RestRoute {
  method: string;
  /** `/sobjects/:object/:id`; a last `*` takes the rest of the path. */
  pattern: string;
  handle: RestHandler;
}
