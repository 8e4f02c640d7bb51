import type { Candidate } from '../candidates/candidate.ts';
import { ApiError } from '../http/api-error.ts';
import { newId } from '../ids.ts';
import type { Parts } from '../parts.ts';
import { DOCUMENT_TYPES } from './document.ts';
import type { Document } from './document.ts';

const CONTENT_TYPE = /^(image\/(gif|jpg|jpeg|png|bmp|tiff|heic)|application\/pdf)$/;

/** Keeps what was uploaded for a candidate. @throws ApiError 400 naming the part that is missing or not allowed. */
export async function keepUpload(
  { store, timeline }: Parts,
  candidate: Candidate,
  { type, file, ...others }: Record<string, string | File | (string | File)[]>,
): Promise<Document> {
  const missing = Object.entries({ type, file }).flatMap(([name, value]) => (value ? [] : [`${name} is missing`]));
  const unknown = Object.keys(others).map((name) => `${name} is not known to this simulator`);
  if (missing.length + unknown.length > 0) throw new ApiError(400, [...missing, ...unknown].join(', '));
  if (typeof type !== 'string' || !DOCUMENT_TYPES.includes(type)) throw new ApiError(400, 'type is invalid');
  if (!(file instanceof File) || !CONTENT_TYPE.test(file.type)) throw new ApiError(400, 'file is invalid');
  const document: Document = {
    id: newId(),
    type,
    created_at: timeline.stamp(),
    filesize: file.size,
    filename: file.name,
    content_type: file.type,
    candidate_id: candidate.id,
    content: await file.arrayBuffer(),
    links: new Map(),
  };
  store.documents.set(document.id, document);
  return document;
}
