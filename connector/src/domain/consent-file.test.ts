import { expect, test } from 'vitest';
import { consentContentType, consentDocumentId } from './consent-file.ts';

test.each([
  ['069BC0000000001', '069BC0000000001'],
  ['069BC0000000001YAA', '069BC0000000001YAA'],
  ['https://org.example.org/lightning/r/ContentDocument/069BC0000000001YAA/view', '069BC0000000001YAA'],
  [' https://org.example.org/069BC0000000001?x=1 ', '069BC0000000001'],
])('%s names a file', (written, id) => {
  expect(consentDocumentId(written)).toBe(id);
});

test.each(['in the drawer', '00QBC0000000001AAA', '', 'x069BC0000000001YAA'])('%s names none', (written) => {
  expect(() => consentDocumentId(written)).toThrow('consent-document-not-a-file');
});

test('Checkr is given PDFs and pictures of a page, and nothing else', () => {
  expect(consentContentType({ extension: 'PDF', size: 10 })).toBe('application/pdf');
  expect(consentContentType({ extension: 'jpg', size: 10 })).toBe('image/jpeg');
  expect(() => consentContentType({ extension: 'docx', size: 10 })).toThrow('consent-document-of-another-kind');
  expect(() => consentContentType({ extension: null, size: 10 })).toThrow('consent-document-of-another-kind');
  expect(() => consentContentType({ extension: 'pdf', size: 0 })).toThrow('consent-document-too-large');
  expect(() => consentContentType({ extension: 'pdf', size: 11 * 1024 * 1024 })).toThrow('consent-document-too-large');
});
