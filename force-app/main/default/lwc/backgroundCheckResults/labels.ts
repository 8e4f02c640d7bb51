import loadingResults from '@salesforce/label/c.BackgroundCheck_LoadingResults';
import noResults from '@salesforce/label/c.BackgroundCheck_NoResults';
import partialResults from '@salesforce/label/c.BackgroundCheck_PartialResults';
import reportCanceled from '@salesforce/label/c.BackgroundCheck_ReportCanceled';
import reportCompletedOn from '@salesforce/label/c.BackgroundCheck_ReportCompletedOn';
import resultsFailed from '@salesforce/label/c.BackgroundCheck_ResultsFailed';
import resultsTitle from '@salesforce/label/c.BackgroundCheck_ResultsTitle';
import screenings from '@salesforce/label/c.BackgroundCheck_Screenings';
import screeningsCanceled from '@salesforce/label/c.BackgroundCheck_ScreeningsCanceled';
import screeningsCanceledDecided from '@salesforce/label/c.BackgroundCheck_ScreeningsCanceledDecided';
import someCanceled from '@salesforce/label/c.BackgroundCheck_SomeCanceled';
import someCanceledDecided from '@salesforce/label/c.BackgroundCheck_SomeCanceledDecided';
import summary from '@salesforce/label/c.BackgroundCheck_Summary';
import viewFullReport from '@salesforce/label/c.BackgroundCheck_ViewFullReport';
import viewNotNoted from '@salesforce/label/c.BackgroundCheck_ViewNotNoted';

/** The words this component shows. */
export const labels = {
    loadingResults,
    noResults,
    partialResults,
    reportCanceled,
    reportCompletedOn,
    resultsFailed,
    resultsTitle,
    screenings,
    screeningsCanceled,
    screeningsCanceledDecided,
    someCanceled,
    someCanceledDecided,
    summary,
    viewFullReport,
    viewNotNoted,
};
