import adjudication from '@salesforce/label/c.BackgroundCheck_Adjudication';
import assessment from '@salesforce/label/c.BackgroundCheck_Assessment';
import cleared from '@salesforce/label/c.BackgroundCheck_Cleared';
import notCleared from '@salesforce/label/c.BackgroundCheck_NotCleared';
import result from '@salesforce/label/c.BackgroundCheck_Result';

/** The words this component shows. */
export const labels = {
    adjudication,
    assessment,
    cleared,
    notCleared,
    result,
};
