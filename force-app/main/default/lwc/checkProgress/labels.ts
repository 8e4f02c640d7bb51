import progress from '@salesforce/label/c.BackgroundCheck_Progress';
import stepAhead from '@salesforce/label/c.BackgroundCheck_StepAhead';
import stepCandidateCreated from '@salesforce/label/c.BackgroundCheck_StepCandidateCreated';
import stepCompleted from '@salesforce/label/c.BackgroundCheck_StepCompleted';
import stepDone from '@salesforce/label/c.BackgroundCheck_StepDone';
import stepHere from '@salesforce/label/c.BackgroundCheck_StepHere';
import stepInProgress from '@salesforce/label/c.BackgroundCheck_StepInProgress';
import stepInvited from '@salesforce/label/c.BackgroundCheck_StepInvited';
import stepRequested from '@salesforce/label/c.BackgroundCheck_StepRequested';
import stepReview from '@salesforce/label/c.BackgroundCheck_StepReview';
import stepStopped from '@salesforce/label/c.BackgroundCheck_StepStopped';

/** The words this component shows. */
export const labels = {
    progress,
    stepAhead,
    stepCandidateCreated,
    stepCompleted,
    stepDone,
    stepHere,
    stepInProgress,
    stepInvited,
    stepRequested,
    stepReview,
    stepStopped,
};
