import { BLOB_FIELD } from '../../metadata/standard-objects/content-objects.ts';
import { readById } from './record-routes.ts';
import type { RestRoute } from './rest-request.ts';
import { visibleObject } from './visible-object.ts';

/** The bytes of a file's version. */
export function blobRoute(): RestRoute {
  const { object, field } = BLOB_FIELD;
  return {
    method: 'GET',
    pattern: `/sobjects/${object}/:id/${field}`,
    handle(request, { id = '' }) {
      const { Id } = readById(
        { ...request, query: new URLSearchParams({ fields: 'Id' }) },
        visibleObject(request, object),
        id,
      );
      const row = request.org.database.store.get(object, String(Id));
      return { status: 200, bytes: Buffer.from(String(row?.[field] ?? ''), 'base64') };
    },
  };
}
