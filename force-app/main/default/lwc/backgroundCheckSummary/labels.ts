import adjudication from '@salesforce/label/c.BackgroundCheck_Adjudication';
import assessment from '@salesforce/label/c.BackgroundCheck_Assessment';
import cleared from '@salesforce/label/c.BackgroundCheck_Cleared';
import completedOn from '@salesforce/label/c.BackgroundCheck_CompletedOn';
import defaultPackage from '@salesforce/label/c.BackgroundCheck_DefaultPackage';
import estimatedCompletion from '@salesforce/label/c.BackgroundCheck_EstimatedCompletion';
import notCleared from '@salesforce/label/c.BackgroundCheck_NotCleared';
import number from '@salesforce/label/c.BackgroundCheck_Number';
import openForm from '@salesforce/label/c.BackgroundCheck_OpenForm';
import openReport from '@salesforce/label/c.BackgroundCheck_OpenReport';
import packageName from '@salesforce/label/c.BackgroundCheck_PackageName';
import progress from '@salesforce/label/c.BackgroundCheck_Progress';
import requestedBy from '@salesforce/label/c.BackgroundCheck_RequestedBy';
import requestedOn from '@salesforce/label/c.BackgroundCheck_RequestedOn';
import result from '@salesforce/label/c.BackgroundCheck_Result';
import status from '@salesforce/label/c.BackgroundCheck_Status';
import stepCandidateCreated from '@salesforce/label/c.BackgroundCheck_StepCandidateCreated';
import stepCompleted from '@salesforce/label/c.BackgroundCheck_StepCompleted';
import stepInProgress from '@salesforce/label/c.BackgroundCheck_StepInProgress';
import stepInvited from '@salesforce/label/c.BackgroundCheck_StepInvited';
import stepRequested from '@salesforce/label/c.BackgroundCheck_StepRequested';
import wentWrong from '@salesforce/label/c.BackgroundCheck_WentWrong';

/** The words this component shows. */
export const labels = {
    adjudication,
    assessment,
    cleared,
    completedOn,
    defaultPackage,
    estimatedCompletion,
    notCleared,
    number,
    openForm,
    openReport,
    packageName,
    progress,
    requestedBy,
    requestedOn,
    result,
    status,
    stepCandidateCreated,
    stepCompleted,
    stepInProgress,
    stepInvited,
    stepRequested,
    wentWrong,
};
