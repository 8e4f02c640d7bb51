import type { Context } from 'hono';
import { ApiError } from '../../database/api-error.ts';

/** What is uploaded is kept as base64, and that is what is limited; so a file may have some 112 MB. */
const MAX_BASE64_BYTES = 150_000_000;

/** The CSV of an upload, with its byte order mark if it has one. @throws ApiError 413 when it is too large. */
export async function uploadedContent(c: Context): Promise<string> {
  checkSize(Number(c.req.header('content-length') ?? 0));
  const bytes = await c.req.arrayBuffer();
  checkSize(bytes.byteLength);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function checkSize(bytes: number): void {
  if (Math.ceil(bytes / 3) * 4 <= MAX_BASE64_BYTES) return;
  throw new ApiError(413, 'REQUEST_TOO_LARGE', 'The job data exceeds the maximum size of 150 MB');
}
