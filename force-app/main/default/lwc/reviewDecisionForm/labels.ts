import actionFailed from '@salesforce/label/c.BackgroundCheck_ActionFailed';
import adverseExplained from '@salesforce/label/c.BackgroundCheck_AdverseExplained';
import clearExplained from '@salesforce/label/c.BackgroundCheck_ClearExplained';
import decisionReason from '@salesforce/label/c.BackgroundCheck_DecisionReason';
import finalizeClear from '@salesforce/label/c.BackgroundCheck_FinalizeClear';
import initiateAdverse from '@salesforce/label/c.BackgroundCheck_InitiateAdverse';
import itemsFailed from '@salesforce/label/c.BackgroundCheck_ItemsFailed';
import itemsToCite from '@salesforce/label/c.BackgroundCheck_ItemsToCite';
import keepReviewing from '@salesforce/label/c.BackgroundCheck_KeepReviewing';
import loadingItems from '@salesforce/label/c.BackgroundCheck_LoadingItems';
import noItems from '@salesforce/label/c.BackgroundCheck_NoItems';
import notInReview from '@salesforce/label/c.BackgroundCheck_NotInReview';
import postNoticeHelp from '@salesforce/label/c.BackgroundCheck_PostNoticeHelp';
import postNoticeOn from '@salesforce/label/c.BackgroundCheck_PostNoticeOn';
import reasonHelp from '@salesforce/label/c.BackgroundCheck_ReasonHelp';
import reasonTooShort from '@salesforce/label/c.BackgroundCheck_ReasonTooShort';
import saving from '@salesforce/label/c.BackgroundCheck_Saving';

/** The words this component shows. */
export const labels = {
    actionFailed,
    adverseExplained,
    clearExplained,
    decisionReason,
    finalizeClear,
    initiateAdverse,
    itemsFailed,
    itemsToCite,
    keepReviewing,
    loadingItems,
    noItems,
    notInReview,
    postNoticeHelp,
    postNoticeOn,
    reasonHelp,
    reasonTooShort,
    saving,
};
