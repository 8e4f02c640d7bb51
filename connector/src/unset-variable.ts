import type { z } from 'zod';

/** For parsing variables: one that has to be there and is not is said to be so, whatever it should have been. */
export const sayingWhatIsUnset: z.core.ParseContext<z.core.$ZodIssue> = {
  error: ({ input }) => (input === undefined ? 'is not set' : undefined),
};
