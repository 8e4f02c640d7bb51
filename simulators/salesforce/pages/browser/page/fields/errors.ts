import type { FetchError } from 'page/http';

/** A refusal sorted for a form: what concerns a field, and the rest. */
export interface FormErrors {
  record: string[];
  fields: Record<string, string>;
}

type Messages = { message: string; fieldLabel?: string | null }[];
type Output = { errors?: Messages; fieldErrors?: Record<string, Messages> };

/** Sorts the body of a FetchError; anything unknown becomes one plain sentence. */
export function formErrors(error: unknown): FormErrors {
  const body = (error as Partial<FetchError>).body;
  const [first] = (Array.isArray(body) ? body : [body]) as ({ message?: string; output?: Output } | undefined)[];
  const { errors = [], fieldErrors = {} } = first?.output ?? {};
  const fields = Object.entries(fieldErrors).map(([name, all]) => [name, all.map(({ message }) => message).join(' ')]);
  const record = errors.map(({ message }) => message);
  if (record.length === 0 && fields.length === 0)
    record.push(first?.message ?? (error as Partial<Error>).message ?? 'Something went wrong. Please try again.');
  return { record, fields: Object.fromEntries(fields) as Record<string, string> };
}
