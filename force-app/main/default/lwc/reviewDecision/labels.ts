import actionFailed from '@salesforce/label/c.BackgroundCheck_ActionFailed';
import adverseCanceled from '@salesforce/label/c.BackgroundCheck_AdverseCanceled';
import adverseCanceledDecide from '@salesforce/label/c.BackgroundCheck_AdverseCanceledDecide';
import adverseComplete from '@salesforce/label/c.BackgroundCheck_AdverseComplete';
import adverseDisputed from '@salesforce/label/c.BackgroundCheck_AdverseDisputed';
import adversePending from '@salesforce/label/c.BackgroundCheck_AdversePending';
import adversePendingUntil from '@salesforce/label/c.BackgroundCheck_AdversePendingUntil';
import adverseRequested from '@salesforce/label/c.BackgroundCheck_AdverseRequested';
import adverseUndelivered from '@salesforce/label/c.BackgroundCheck_AdverseUndelivered';
import cancelAdverse from '@salesforce/label/c.BackgroundCheck_CancelAdverse';
import cancelAdverseAsked from '@salesforce/label/c.BackgroundCheck_CancelAdverseAsked';
import cancelAdverseQuestion from '@salesforce/label/c.BackgroundCheck_CancelAdverseQuestion';
import decideNow from '@salesforce/label/c.BackgroundCheck_DecideNow';
import decidedAt from '@salesforce/label/c.BackgroundCheck_DecidedAt';
import decidedBy from '@salesforce/label/c.BackgroundCheck_DecidedBy';
import decision from '@salesforce/label/c.BackgroundCheck_Decision';
import decisionReason from '@salesforce/label/c.BackgroundCheck_DecisionReason';
import decisionSaved from '@salesforce/label/c.BackgroundCheck_DecisionSaved';
import decisionSent from '@salesforce/label/c.BackgroundCheck_DecisionSent';
import finalizeClear from '@salesforce/label/c.BackgroundCheck_FinalizeClear';
import initiateAdverse from '@salesforce/label/c.BackgroundCheck_InitiateAdverse';
import loadingReview from '@salesforce/label/c.BackgroundCheck_LoadingReview';
import notInReview from '@salesforce/label/c.BackgroundCheck_NotInReview';
import nothingToDecide from '@salesforce/label/c.BackgroundCheck_NothingToDecide';
import reviewFailed from '@salesforce/label/c.BackgroundCheck_ReviewFailed';
import reviewTitle from '@salesforce/label/c.BackgroundCheck_ReviewTitle';
import saving from '@salesforce/label/c.BackgroundCheck_Saving';
import underWay from '@salesforce/label/c.BackgroundCheck_UnderWay';

/** The words this component shows. */
export const labels = {
    actionFailed,
    adverseCanceled,
    adverseCanceledDecide,
    adverseComplete,
    adverseDisputed,
    adversePending,
    adversePendingUntil,
    adverseRequested,
    adverseUndelivered,
    cancelAdverse,
    cancelAdverseAsked,
    cancelAdverseQuestion,
    decideNow,
    decidedAt,
    decidedBy,
    decision,
    decisionReason,
    decisionSaved,
    decisionSent,
    finalizeClear,
    initiateAdverse,
    loadingReview,
    notInReview,
    nothingToDecide,
    reviewFailed,
    reviewTitle,
    saving,
    underWay,
};
