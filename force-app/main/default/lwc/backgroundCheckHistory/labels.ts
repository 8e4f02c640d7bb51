import earlier from '@salesforce/label/c.BackgroundCheck_Earlier';

/** The words this component shows. */
export const labels = {
    earlier,
};
