import { ApiError } from '../../database/api-error.ts';

/** Answers of earlier parts of a composite call, by their reference id. */
export type Answers = Map<string, unknown>;

const REFERENCE = /@\{([A-Za-z][\w]*)((?:\.\w+|\[\d+\])*)\}/g;
const ONLY_REFERENCE = /^@\{([A-Za-z][\w]*)((?:\.\w+|\[\d+\])*)\}$/;

/**
 * Puts earlier answers in place of `@{ref.id}`, `@{ref.records[0].Id}`, … anywhere in a JSON value.
 * @throws ApiError 400 `PROCESSING_HALTED` when there is no such answer.
 */
export function resolveReferences(value: unknown, answers: Answers): unknown {
  if (typeof value === 'string') return resolveText(value, answers);
  if (Array.isArray(value)) return value.map((each) => resolveReferences(each, answers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolveReferences(each, answers)]));
}

function resolveText(text: string, answers: Answers): unknown {
  const only = ONLY_REFERENCE.exec(text);
  if (only) return lookUp(answers, only[1] ?? '', only[2] ?? '');
  return text.replace(REFERENCE, (_all, name: string, path: string) => String(lookUp(answers, name, path)));
}

function lookUp(answers: Answers, name: string, path: string): unknown {
  const keys = path.match(/\w+/g) ?? [];
  const value = keys.reduce((current: unknown, key) => property(current, key), answers.get(name));
  if (value !== undefined) return value;
  throw new ApiError(
    400,
    'PROCESSING_HALTED',
    `Invalid reference specified. No value for ${name}${path} found in ${name}`,
  );
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
