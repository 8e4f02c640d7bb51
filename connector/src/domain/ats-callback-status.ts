/** The same values as `Background_Check__c.ATS_Callback_Status__c`. */
export const ATS_CALLBACK_STATUSES = ['Pending', 'Delivered', 'Failed', 'Not Needed'] as const;
export type AtsCallbackStatus = (typeof ATS_CALLBACK_STATUSES)[number];
