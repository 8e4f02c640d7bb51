import empty from '@salesforce/label/c.BackgroundCheck_Empty';
import loadFailed from '@salesforce/label/c.BackgroundCheck_LoadFailed';
import loading from '@salesforce/label/c.BackgroundCheck_Loading';
import oneIsOpen from '@salesforce/label/c.BackgroundCheck_OneIsOpen';
import request from '@salesforce/label/c.BackgroundCheck_Request';
import requested from '@salesforce/label/c.BackgroundCheck_Requested';
import requestedHint from '@salesforce/label/c.BackgroundCheck_RequestedHint';
import title from '@salesforce/label/c.BackgroundCheck_Title';

/** The words this component shows. */
export const labels = {
    empty,
    loadFailed,
    loading,
    oneIsOpen,
    request,
    requested,
    requestedHint,
    title,
};
