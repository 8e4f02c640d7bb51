import earlier from '@salesforce/label/c.BackgroundCheck_Earlier';
import wasCleared from '@salesforce/label/c.BackgroundCheck_WasCleared';
import wasNotCleared from '@salesforce/label/c.BackgroundCheck_WasNotCleared';

/** The words this component shows. */
export const labels = {
    earlier,
    wasCleared,
    wasNotCleared,
};
