import { z } from 'zod';

/** Variables of the environment by their names. */
export type Variables = Record<string, string | undefined>;

/** `a, b` as its parts. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

/** What the variables of a connection, an account or a vendor of that name begin with; nothing without a name. */
export function prefixOf(name: string): string {
  return name ? `${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_` : '';
}

/** Those that begin with the prefix, without it. */
export function ownVariables(variables: Variables, prefix: string): Variables {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  );
}

/** What is wrong with which variable, each in one line. */
export function faultsOf(error: z.ZodError | undefined, prefix: string): string[] {
  return (error?.issues ?? []).map((issue) => `${prefix}${String(issue.path[0])}: ${wordsOf(issue)}`);
}

/** One that has to be there and is not, or what does not fit. */
function wordsOf({ code, message, input }: z.core.$ZodIssue): string {
  return code === 'invalid_type' && input === undefined ? 'is not set' : message;
}
