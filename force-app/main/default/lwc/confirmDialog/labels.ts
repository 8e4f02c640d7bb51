import back from '@salesforce/label/c.BackgroundCheck_KeepReviewing';

/** The words this component shows. */
export const labels = {
    back,
};
