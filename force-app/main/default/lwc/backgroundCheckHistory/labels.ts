import earlier from '@salesforce/label/c.BackgroundCheck_Earlier';
import nothingNew from '@salesforce/label/c.BackgroundCheck_NothingNew';
import showOlder from '@salesforce/label/c.BackgroundCheck_ShowOlder';
import wasCleared from '@salesforce/label/c.BackgroundCheck_WasCleared';
import wasNotCleared from '@salesforce/label/c.BackgroundCheck_WasNotCleared';
import wasReplaced from '@salesforce/label/c.BackgroundCheck_WasReplaced';

/** The words this component shows. */
export const labels = {
    earlier,
    nothingNew,
    showOlder,
    wasCleared,
    wasNotCleared,
    wasReplaced,
};
