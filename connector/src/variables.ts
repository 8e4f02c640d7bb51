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

/** For parsing variables: one that has to be there and is not is said to be so, whatever it should have been. */
export const sayingWhatIsUnset: z.core.ParseContext<z.core.$ZodIssue> = {
  error: ({ input }) => (input === undefined ? 'is not set' : undefined),
};

/** What is wrong with which variable, each in one line. */
export function faultsOf(error: z.ZodError | undefined, prefix: string): string[] {
  return [...new Set((error?.issues ?? []).map(({ path, message }) => `${prefix}${String(path[0])}: ${message}`))];
}
