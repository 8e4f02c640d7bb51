import { FormData } from 'undici';
import { z } from 'zod';
import type { Checkr } from '../domain/checkr-port.ts';
import type { CheckrHttp } from './http.ts';

const documentSchema = z.object({ id: z.string().min(1) });

/** Documents of a candidate. */
export function createDocuments(http: CheckrHttp): Pick<Checkr, 'uploadConsent'> {
  return {
    async uploadConsent(candidateId, { name, contentType, bytes }, idempotencyKey) {
      const form = new FormData();
      form.set('type', 'consent');
      form.set('file', new File([bytes], name, { type: contentType }));
      const path = `/candidates/${encodeURIComponent(candidateId)}/documents`;
      return (await http.post(path, form, { schema: documentSchema, idempotencyKey })).id;
    },
  };
}
