import loadingTimeline from '@salesforce/label/c.BackgroundCheck_LoadingTimeline';
import manyEvents from '@salesforce/label/c.BackgroundCheck_ManyEvents';
import occurredAt from '@salesforce/label/c.BackgroundCheck_OccurredAt';
import requested from '@salesforce/label/c.BackgroundCheck_Requested';
import resultsViewed from '@salesforce/label/c.BackgroundCheck_ResultsViewed';
import showOlder from '@salesforce/label/c.BackgroundCheck_ShowOlder';
import timeline from '@salesforce/label/c.BackgroundCheck_Timeline';
import timelineEmpty from '@salesforce/label/c.BackgroundCheck_TimelineEmpty';
import timelineFailed from '@salesforce/label/c.BackgroundCheck_TimelineFailed';
import unnamedEvent from '@salesforce/label/c.BackgroundCheck_UnnamedEvent';

/** The words this component shows. */
export const labels = {
    loadingTimeline,
    manyEvents,
    occurredAt,
    requested,
    resultsViewed,
    showOlder,
    timeline,
    timelineEmpty,
    timelineFailed,
    unnamedEvent,
};
