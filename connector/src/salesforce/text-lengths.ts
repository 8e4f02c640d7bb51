import { CHECK, EVENT, SCREENING } from './names.ts';

/** The most characters of the fields that take words from elsewhere: one word too long refuses a whole result. */
export const TEXT_LENGTHS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  [CHECK]: {
    ...{ Error_Create_Candidate__c: 255, Error_Create_Invitation__c: 255, Error_Create_Report__c: 255 },
    ...{ Error_Retrieve_Report__c: 255, Error_Help__c: 2000, Result_Summary__c: 4000 },
  },
  [SCREENING]: {
    ...{ Type__c: 80, Jurisdiction__c: 120, Flags__c: 255, Cancellation_Reason__c: 120 },
    ...{ Error__c: 255, Summary__c: 255 },
  },
  [EVENT]: { Type__c: 80, Reason__c: 255, Summary__c: 2000 },
};
