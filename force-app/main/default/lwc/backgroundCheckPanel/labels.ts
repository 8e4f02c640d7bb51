import clearedEnded from '@salesforce/label/c.BackgroundCheck_ClearedEnded';
import clearedNoEnd from '@salesforce/label/c.BackgroundCheck_ClearedNoEnd';
import clearedUntil from '@salesforce/label/c.BackgroundCheck_ClearedUntil';
import empty from '@salesforce/label/c.BackgroundCheck_Empty';
import expiresIn from '@salesforce/label/c.BackgroundCheck_ExpiresIn';
import expiresToday from '@salesforce/label/c.BackgroundCheck_ExpiresToday';
import isContact from '@salesforce/label/c.BackgroundCheck_IsContact';
import loadFailed from '@salesforce/label/c.BackgroundCheck_LoadFailed';
import loading from '@salesforce/label/c.BackgroundCheck_Loading';
import mayNotRequest from '@salesforce/label/c.BackgroundCheck_MayNotRequest';
import noAccess from '@salesforce/label/c.BackgroundCheck_NoAccess';
import oneFailed from '@salesforce/label/c.BackgroundCheck_OneFailed';
import oneIsOpen from '@salesforce/label/c.BackgroundCheck_OneIsOpen';
import openContact from '@salesforce/label/c.BackgroundCheck_OpenContact';
import request from '@salesforce/label/c.BackgroundCheck_Request';
import requested from '@salesforce/label/c.BackgroundCheck_Requested';
import requestedHint from '@salesforce/label/c.BackgroundCheck_RequestedHint';
import title from '@salesforce/label/c.BackgroundCheck_Title';

/** The words this component shows. */
export const labels = {
    clearedEnded,
    clearedNoEnd,
    clearedUntil,
    empty,
    expiresIn,
    expiresToday,
    isContact,
    loadFailed,
    loading,
    mayNotRequest,
    noAccess,
    oneFailed,
    oneIsOpen,
    openContact,
    request,
    requested,
    requestedHint,
    title,
};
