import { Failure } from './failure.ts';

/** The signed consent of one person. Personal data: lives in memory for one job. */
export interface ConsentFile {
  /** Nothing of the person is in it. */
  name: string;
  contentType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What Checkr takes, by file extension. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ...{ pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif' },
  ...{ bmp: 'image/bmp', tif: 'image/tiff', tiff: 'image/tiff', heic: 'image/heic' },
};

/** Larger than any scanned page; it is held in memory. */
const MAX_BYTES = 10 * 1024 * 1024;

/** The id of the file a link or an id names: a ContentDocument's. @throws Failure `invalid` when there is none in it. */
export function consentDocumentId(linkOrId: string): string {
  const id = /(?<![A-Za-z0-9])069[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?(?![A-Za-z0-9])/.exec(linkOrId)?.[0];
  if (!id) throw new Failure('invalid', 'consent-document-not-a-file');
  return id;
}

/** The content type of a file. @throws Failure `invalid` for one Checkr does not take. */
export function consentContentType({ extension, size }: { extension: string | null; size: number }): string {
  const contentType = CONTENT_TYPES[extension?.toLowerCase() ?? ''];
  if (!contentType) throw new Failure('invalid', 'consent-document-of-another-kind');
  if (size > MAX_BYTES || size === 0) throw new Failure('invalid', 'consent-document-too-large');
  return contentType;
}
