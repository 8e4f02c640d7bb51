import actionFailed from '@salesforce/label/c.BackgroundCheck_ActionFailed';
import cancelAsked from '@salesforce/label/c.BackgroundCheck_CancelAsked';
import cancelCheck from '@salesforce/label/c.BackgroundCheck_CancelCheck';
import cancelQuestion from '@salesforce/label/c.BackgroundCheck_CancelQuestion';
import fixAndResume from '@salesforce/label/c.BackgroundCheck_FixAndResume';
import fixStepElsewhere from '@salesforce/label/c.BackgroundCheck_FixStepElsewhere';
import fixStepMend from '@salesforce/label/c.BackgroundCheck_FixStepMend';
import fixStepResume from '@salesforce/label/c.BackgroundCheck_FixStepResume';
import mendPerson from '@salesforce/label/c.BackgroundCheck_MendPerson';
import nameUnread from '@salesforce/label/c.BackgroundCheck_NameUnread';
import notYours from '@salesforce/label/c.BackgroundCheck_NotYours';
import resend from '@salesforce/label/c.BackgroundCheck_Resend';
import resent from '@salesforce/label/c.BackgroundCheck_Resent';
import resume from '@salesforce/label/c.BackgroundCheck_Resume';
import resumed from '@salesforce/label/c.BackgroundCheck_Resumed';
import saving from '@salesforce/label/c.BackgroundCheck_Saving';
import underWay from '@salesforce/label/c.BackgroundCheck_UnderWay';
import upgradeAsked from '@salesforce/label/c.BackgroundCheck_UpgradeAsked';
import upgradeCheck from '@salesforce/label/c.BackgroundCheck_UpgradeCheck';

/** The words this component shows. */
export const labels = {
    actionFailed,
    cancelAsked,
    cancelCheck,
    cancelQuestion,
    fixAndResume,
    fixStepElsewhere,
    fixStepMend,
    fixStepResume,
    mendPerson,
    nameUnread,
    notYours,
    resend,
    resent,
    resume,
    resumed,
    saving,
    underWay,
    upgradeAsked,
    upgradeCheck,
};
