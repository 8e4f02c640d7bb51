import { z } from 'zod';

/** An app that may log in: with a key for users (JWT bearer), with a secret as one user (client credentials), or both. */
const connectedAppSchema = z.strictObject({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  publicKeyPem: z.string().min(1).optional(),
  /** Username client credentials run as. */
  runAs: z.string().optional(),
  /** Usernames that are pre-approved; left out, every active user is. */
  approvedUsers: z.array(z.string()).optional(),
});

export type ConnectedApp = z.infer<typeof connectedAppSchema>;

/** One app or a list of them, as in a connected-app file. */
export const connectedAppsSchema = z.union([connectedAppSchema.transform((app) => [app]), z.array(connectedAppSchema)]);
