import loadingTimeline from '@salesforce/label/c.BackgroundCheck_LoadingTimeline';
import occurredAt from '@salesforce/label/c.BackgroundCheck_OccurredAt';
import resultsViewed from '@salesforce/label/c.BackgroundCheck_ResultsViewed';
import showOlder from '@salesforce/label/c.BackgroundCheck_ShowOlder';
import timeline from '@salesforce/label/c.BackgroundCheck_Timeline';
import timelineEmpty from '@salesforce/label/c.BackgroundCheck_TimelineEmpty';
import timelineFailed from '@salesforce/label/c.BackgroundCheck_TimelineFailed';
import unnamedEvent from '@salesforce/label/c.BackgroundCheck_UnnamedEvent';

/** The words this component shows. */
export const labels = {
    loadingTimeline,
    occurredAt,
    resultsViewed,
    showOlder,
    timeline,
    timelineEmpty,
    timelineFailed,
    unnamedEvent,
};
