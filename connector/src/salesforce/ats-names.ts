/** What an order of an applicant tracking system is stored as. */
export const ATS_ORDER_FIELDS = {
  key: 'ATS_Order_Key__c',
  hash: 'ATS_Order_Hash__c',
  accountId: 'ATS_Account_Id__c',
  backgroundCheckId: 'ATS_Background_Check_Id__c',
  webhookUrl: 'ATS_Webhook_URL__c',
} as const;

/** What telling an applicant tracking system needs to know of a check. */
export const ATS_CALLBACK_COLUMNS = [
  'Id',
  'Status__c',
  'Result__c',
  'Adjudication__c',
  'Cleared__c',
  'Connection_Key__c',
  'ATS_Account_Id__c',
  'ATS_Background_Check_Id__c',
  'ATS_Webhook_URL__c',
  'ATS_Callback_Status__c',
  'ATS_Callback_Number__c',
  'ATS_Callback_Attempts__c',
  'ATS_Callback_Since__c',
  'ATS_Callback_Next_At__c',
  'ATS_Callback_Result__c',
] as const;
