import aDayOrMore from '@salesforce/label/c.BackgroundCheck_ADayOrMore';
import anyAge from '@salesforce/label/c.BackgroundCheck_AnyAge';
import anyReason from '@salesforce/label/c.BackgroundCheck_AnyReason';
import daysOrMore from '@salesforce/label/c.BackgroundCheck_DaysOrMore';
import findPerson from '@salesforce/label/c.BackgroundCheck_FindPerson';
import loadingQueue from '@salesforce/label/c.BackgroundCheck_LoadingQueue';
import manyDays from '@salesforce/label/c.BackgroundCheck_ManyDays';
import noneFound from '@salesforce/label/c.BackgroundCheck_NoneFound';
import number from '@salesforce/label/c.BackgroundCheck_Number';
import oneDay from '@salesforce/label/c.BackgroundCheck_OneDay';
import packageName from '@salesforce/label/c.BackgroundCheck_PackageName';
import person from '@salesforce/label/c.BackgroundCheck_Person';
import queueEmpty from '@salesforce/label/c.BackgroundCheck_QueueEmpty';
import queueFailed from '@salesforce/label/c.BackgroundCheck_QueueFailed';
import queueForReviewers from '@salesforce/label/c.BackgroundCheck_QueueForReviewers';
import queueTitle from '@salesforce/label/c.BackgroundCheck_QueueTitle';
import reason from '@salesforce/label/c.BackgroundCheck_Reason';
import result from '@salesforce/label/c.BackgroundCheck_Result';
import shownOfAll from '@salesforce/label/c.BackgroundCheck_ShownOfAll';
import sinceToday from '@salesforce/label/c.BackgroundCheck_SinceToday';
import waitingFor from '@salesforce/label/c.BackgroundCheck_WaitingFor';
import waitsAdverse from '@salesforce/label/c.BackgroundCheck_WaitsAdverse';
import waitsAssessment from '@salesforce/label/c.BackgroundCheck_WaitsAssessment';
import waitsCanceled from '@salesforce/label/c.BackgroundCheck_WaitsCanceled';
import waitsConsider from '@salesforce/label/c.BackgroundCheck_WaitsConsider';
import waitsDisputed from '@salesforce/label/c.BackgroundCheck_WaitsDisputed';
import waitsOther from '@salesforce/label/c.BackgroundCheck_WaitsOther';
import waitsUndelivered from '@salesforce/label/c.BackgroundCheck_WaitsUndelivered';

/** The words this component shows. */
export const labels = {
    aDayOrMore,
    anyAge,
    anyReason,
    daysOrMore,
    findPerson,
    loadingQueue,
    manyDays,
    noneFound,
    number,
    oneDay,
    packageName,
    person,
    queueEmpty,
    queueFailed,
    queueForReviewers,
    queueTitle,
    reason,
    result,
    shownOfAll,
    sinceToday,
    waitingFor,
    waitsAdverse,
    waitsAssessment,
    waitsCanceled,
    waitsConsider,
    waitsDisputed,
    waitsOther,
    waitsUndelivered,
};
