import cancel from '@salesforce/label/c.BackgroundCheck_Cancel';
import checkOf from '@salesforce/label/c.BackgroundCheck_CheckOf';
import checksUnread from '@salesforce/label/c.BackgroundCheck_ChecksUnread';
import confirm from '@salesforce/label/c.BackgroundCheck_Confirm';
import emailUnread from '@salesforce/label/c.BackgroundCheck_EmailUnread';
import invitationGoesTo from '@salesforce/label/c.BackgroundCheck_InvitationGoesTo';
import noEmail from '@salesforce/label/c.BackgroundCheck_NoEmail';
import personUnread from '@salesforce/label/c.BackgroundCheck_PersonUnread';
import request from '@salesforce/label/c.BackgroundCheck_Request';
import requestFailed from '@salesforce/label/c.BackgroundCheck_RequestFailed';
import requesting from '@salesforce/label/c.BackgroundCheck_Requesting';
import warnNoPlace from '@salesforce/label/c.BackgroundCheck_WarnNoPlace';
import warnRunning from '@salesforce/label/c.BackgroundCheck_WarnRunning';
import warnSaved from '@salesforce/label/c.BackgroundCheck_WarnSaved';
import warnSharedEmail from '@salesforce/label/c.BackgroundCheck_WarnSharedEmail';
import warnUnderAge from '@salesforce/label/c.BackgroundCheck_WarnUnderAge';
import warnValid from '@salesforce/label/c.BackgroundCheck_WarnValid';
import warnValidNoEnd from '@salesforce/label/c.BackgroundCheck_WarnValidNoEnd';

/** The words this component shows. */
export const labels = {
    cancel,
    checkOf,
    checksUnread,
    confirm,
    emailUnread,
    invitationGoesTo,
    noEmail,
    personUnread,
    request,
    requestFailed,
    requesting,
    warnNoPlace,
    warnRunning,
    warnSaved,
    warnSharedEmail,
    warnUnderAge,
    warnValid,
    warnValidNoEnd,
};
