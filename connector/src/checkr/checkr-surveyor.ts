import { z } from 'zod';
import { isFailure } from '../domain/failure.ts';
import type { CheckrSurveyor } from '../domain/survey.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { CheckrHttp } from './http.ts';

const accountSchema = z.object({
  name: z.string().nullish(),
  authorized: z.boolean().nullish(),
  api_authorized: z.boolean().nullish(),
  segmentation_enabled: z.boolean().nullish(),
});
const webhooksSchema = z.object({
  data: z.array(z.object({ webhook_url: z.string(), include_object: z.boolean().nullish() })),
});

const nodeSchema = z.object({ custom_id: z.string() });
const invitationsSchema = z.object({ data: z.array(z.object({ invitation_url: z.string().nullish() })) });

/** Looks at one Checkr account. */
export function createCheckrSurveyor(http: CheckrHttp, checkr: Pick<Checkr, 'listPackages'>): CheckrSurveyor {
  return {
    async getAccount() {
      const account = await http.get('/account', accountSchema);
      return {
        authorized: account.authorized ?? true,
        apiAuthorized: account.api_authorized ?? true,
        usesNodes: account.segmentation_enabled ?? false,
        name: account.name ?? '',
      };
    },
    async listWebhooks() {
      const { data } = await http.get('/webhooks', webhooksSchema);
      return data.map(({ webhook_url, include_object }) => ({
        url: webhook_url,
        includesObject: include_object ?? false,
      }));
    },
    async hasNode(customId) {
      try {
        await http.get(`/nodes/${encodeURIComponent(customId)}`, nodeSchema);
        return true;
      } catch (error) {
        if (isFailure(error, 'not-found')) return false;
        throw error;
      }
    },
    async newestInvitationHost() {
      const { data } = await http.get('/invitations?per_page=1', invitationsSchema);
      return URL.parse(data[0]?.invitation_url ?? '')?.hostname ?? null;
    },
    listPackageSlugs: async () => (await checkr.listPackages()).map(({ slug }) => slug),
  };
}
