import type { ObjectInfoResult } from 'lightning/uiObjectInfoApi';

/** What a user may do with background checks: nothing, see them, or also request them. */
export type CheckAccess = 'none' | 'see' | 'request';

const REFUSED = [403, 404];

/**
 * What Background_Check__c is for the user; undefined while that is not known. Where it cannot be found out the user may see
 * checks as far as the org lets them, and requests nothing.
 */
export function checkAccess({ data, error }: ObjectInfoResult): CheckAccess | undefined {
    if (data) return data.createable ? 'request' : 'see';
    if (!error) return undefined;
    return REFUSED.includes(error.status ?? 0) ? 'none' : 'see';
}
