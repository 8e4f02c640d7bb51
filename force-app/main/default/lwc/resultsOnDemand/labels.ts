import hideResults from '@salesforce/label/c.BackgroundCheck_HideResults';
import showResults from '@salesforce/label/c.BackgroundCheck_ShowResults';

/** The words this component shows. */
export const labels = { hideResults, showResults };
