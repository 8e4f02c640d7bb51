import { ApiError } from '../../database/api-error.ts';
import { recordId } from '../../database/record-id.ts';
import type { QueryRow } from '../../org-model.ts';
import { queryColumns } from './query-columns.ts';
import { renderRow } from './render-row.ts';
import type { RestAnswer, RestRequest, RestRoute } from './rest-request.ts';

interface Cursor {
  userId: string;
  records: QueryRow[];
}

const PAGE_SIZE = 2000;
const SMALLEST_PAGE = 200;

/** `GET /query?q=` and the pages after the first. */
export function queryRoutes(): RestRoute[] {
  const cursors = new Map<string, Cursor>();
  const first = (request: RestRequest): RestAnswer => {
    const { org, user, query, version } = request;
    const soql = query.get('q');
    if (!soql) throw new ApiError(400, 'MALFORMED_QUERY', "A query string has to be specified in the parameter 'q'");
    const { totalSize, records } = org.query(user, soql);
    if (query.get('columns') === 'true') return { status: 200, body: queryColumns(soql) };
    const cursor = { userId: user.id, records: records.map((row) => renderRow(org, row, version)) };
    if (records.length <= pageSize(request))
      return { status: 200, body: { totalSize, done: true, records: cursor.records } };
    const id = recordId('01g', cursors.size + 1);
    cursors.set(id, cursor);
    return { status: 200, body: page(request, { id, cursor, offset: 0 }) };
  };
  const next = (request: RestRequest, { cursor: locator = '' }: Record<string, string>): RestAnswer => {
    const [id = '', offset = ''] = locator.split('-');
    const cursor = cursors.get(id);
    if (!cursor || cursor.userId !== request.user.id) {
      throw new ApiError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    }
    return { status: 200, body: page(request, { id, cursor, offset: Number(offset) }) };
  };
  return [
    { method: 'GET', pattern: '/query', handle: first },
    { method: 'GET', pattern: '/query/:cursor', handle: next },
  ];
}

function page(request: RestRequest, { id, cursor, offset }: { id: string; cursor: Cursor; offset: number }) {
  const end = offset + pageSize(request);
  const done = end >= cursor.records.length;
  const nextRecordsUrl = `/services/data/${request.version}/query/${id}-${end}`;
  const answer = { totalSize: cursor.records.length, done, ...(done ? {} : { nextRecordsUrl }) };
  return { ...answer, records: cursor.records.slice(offset, end) };
}

function pageSize({ header }: RestRequest): number {
  const wanted = Number(/batchSize=(\d+)/i.exec(header('Sforce-Query-Options') ?? '')?.[1] ?? PAGE_SIZE);
  return Math.min(PAGE_SIZE, Math.max(SMALLEST_PAGE, wanted));
}
