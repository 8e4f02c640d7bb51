import completedOn from '@salesforce/label/c.BackgroundCheck_CompletedOn';
import defaultPackage from '@salesforce/label/c.BackgroundCheck_DefaultPackage';
import estimatedCompletion from '@salesforce/label/c.BackgroundCheck_EstimatedCompletion';
import estimatedDays from '@salesforce/label/c.BackgroundCheck_EstimatedDays';
import invitationExpiresIn from '@salesforce/label/c.BackgroundCheck_InvitationExpiresIn';
import invitationExpiresToday from '@salesforce/label/c.BackgroundCheck_InvitationExpiresToday';
import invitationExpiresTomorrow from '@salesforce/label/c.BackgroundCheck_InvitationExpiresTomorrow';
import number from '@salesforce/label/c.BackgroundCheck_Number';
import openForm from '@salesforce/label/c.BackgroundCheck_OpenForm';
import openReport from '@salesforce/label/c.BackgroundCheck_OpenReport';
import packageName from '@salesforce/label/c.BackgroundCheck_PackageName';
import requestedBy from '@salesforce/label/c.BackgroundCheck_RequestedBy';
import requestedOn from '@salesforce/label/c.BackgroundCheck_RequestedOn';
import status from '@salesforce/label/c.BackgroundCheck_Status';
import suspendedCanceledIn from '@salesforce/label/c.BackgroundCheck_SuspendedCanceledIn';
import suspendedCanceledToday from '@salesforce/label/c.BackgroundCheck_SuspendedCanceledToday';
import suspendedCanceledTomorrow from '@salesforce/label/c.BackgroundCheck_SuspendedCanceledTomorrow';
import wentWrong from '@salesforce/label/c.BackgroundCheck_WentWrong';

/** The words this component shows. */
export const labels = {
    completedOn,
    defaultPackage,
    estimatedCompletion,
    estimatedDays,
    invitationExpiresIn,
    invitationExpiresToday,
    invitationExpiresTomorrow,
    number,
    openForm,
    openReport,
    packageName,
    requestedBy,
    requestedOn,
    status,
    suspendedCanceledIn,
    suspendedCanceledToday,
    suspendedCanceledTomorrow,
    wentWrong,
};
