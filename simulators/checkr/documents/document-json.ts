import { newToken } from '../ids.ts';
import type { Parts } from '../parts.ts';
import type { Document } from './document.ts';

/** The document as the API shows it, with a fresh link to its content. */
export function documentJson({ timeline, publicUrl }: Parts, document: Document): Record<string, unknown> {
  const token = newToken();
  document.links.set(token, timeline.stamp());
  return {
    id: document.id,
    object: 'document',
    type: document.type,
    created_at: document.created_at,
    download_uri: `${publicUrl()}/documents/${document.id}/${token}`,
    filesize: document.filesize,
    filename: document.filename,
    content_type: document.content_type,
  };
}
