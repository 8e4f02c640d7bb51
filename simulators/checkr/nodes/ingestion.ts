/** The state of replacing the whole hierarchy, which goes on after the answer. */
export interface Ingestion {
  isPending: boolean;
  latest: { sync_id: string | null; time: string | null; successful: boolean | null; errors: string[] };
}

/** An account whose nodes were never replaced through the API. */
export function noIngestion(): Ingestion {
  return { isPending: false, latest: { sync_id: null, time: null, successful: null, errors: [] } };
}
