import defaultPackage from '@salesforce/label/c.BackgroundCheck_DefaultPackage';
import estimatedCompletion from '@salesforce/label/c.BackgroundCheck_EstimatedCompletion';
import estimatedDays from '@salesforce/label/c.BackgroundCheck_EstimatedDays';
import invitationExpiresIn from '@salesforce/label/c.BackgroundCheck_InvitationExpiresIn';
import invitationExpiresToday from '@salesforce/label/c.BackgroundCheck_InvitationExpiresToday';
import invitationExpiresTomorrow from '@salesforce/label/c.BackgroundCheck_InvitationExpiresTomorrow';
import nextCanceled from '@salesforce/label/c.BackgroundCheck_NextCanceled';
import nextCandidateCreated from '@salesforce/label/c.BackgroundCheck_NextCandidateCreated';
import nextDisputed from '@salesforce/label/c.BackgroundCheck_NextDisputed';
import nextExpired from '@salesforce/label/c.BackgroundCheck_NextExpired';
import nextInProgress from '@salesforce/label/c.BackgroundCheck_NextInProgress';
import nextInvited from '@salesforce/label/c.BackgroundCheck_NextInvited';
import nextNotCleared from '@salesforce/label/c.BackgroundCheck_NextNotCleared';
import nextNothingNew from '@salesforce/label/c.BackgroundCheck_NextNothingNew';
import nextReplaced from '@salesforce/label/c.BackgroundCheck_NextReplaced';
import nextRequested from '@salesforce/label/c.BackgroundCheck_NextRequested';
import nextReview from '@salesforce/label/c.BackgroundCheck_NextReview';
import nextSuspended from '@salesforce/label/c.BackgroundCheck_NextSuspended';
import number from '@salesforce/label/c.BackgroundCheck_Number';
import openForm from '@salesforce/label/c.BackgroundCheck_OpenForm';
import openReport from '@salesforce/label/c.BackgroundCheck_OpenReport';
import packageName from '@salesforce/label/c.BackgroundCheck_PackageName';
import reportCompletedOn from '@salesforce/label/c.BackgroundCheck_ReportCompletedOn';
import requestedBy from '@salesforce/label/c.BackgroundCheck_RequestedBy';
import requestedOn from '@salesforce/label/c.BackgroundCheck_RequestedOn';
import status from '@salesforce/label/c.BackgroundCheck_Status';
import suspendedCanceledIn from '@salesforce/label/c.BackgroundCheck_SuspendedCanceledIn';
import suspendedCanceledToday from '@salesforce/label/c.BackgroundCheck_SuspendedCanceledToday';
import suspendedCanceledTomorrow from '@salesforce/label/c.BackgroundCheck_SuspendedCanceledTomorrow';
import wentWrong from '@salesforce/label/c.BackgroundCheck_WentWrong';

/** The words this component shows. */
export const labels = {
    defaultPackage,
    estimatedCompletion,
    estimatedDays,
    invitationExpiresIn,
    invitationExpiresToday,
    invitationExpiresTomorrow,
    nextCanceled,
    nextCandidateCreated,
    nextDisputed,
    nextExpired,
    nextInProgress,
    nextInvited,
    nextNotCleared,
    nextNothingNew,
    nextReplaced,
    nextRequested,
    nextReview,
    nextSuspended,
    number,
    openForm,
    openReport,
    packageName,
    reportCompletedOn,
    requestedBy,
    requestedOn,
    status,
    suspendedCanceledIn,
    suspendedCanceledToday,
    suspendedCanceledTomorrow,
    wentWrong,
};
