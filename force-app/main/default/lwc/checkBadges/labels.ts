import adjudication from '@salesforce/label/c.BackgroundCheck_Adjudication';
import assessment from '@salesforce/label/c.BackgroundCheck_Assessment';
import cleared from '@salesforce/label/c.BackgroundCheck_Cleared';
import notCleared from '@salesforce/label/c.BackgroundCheck_NotCleared';
import nothingNew from '@salesforce/label/c.BackgroundCheck_NothingNew';
import result from '@salesforce/label/c.BackgroundCheck_Result';
import wasCleared from '@salesforce/label/c.BackgroundCheck_WasCleared';

/** The words this component shows. */
export const labels = {
    adjudication,
    assessment,
    cleared,
    notCleared,
    nothingNew,
    result,
    wasCleared,
};
