import actionFailed from '@salesforce/label/c.BackgroundCheck_ActionFailed';
import cancel from '@salesforce/label/c.BackgroundCheck_Cancel';
import notYours from '@salesforce/label/c.BackgroundCheck_NotYours';
import saving from '@salesforce/label/c.BackgroundCheck_Saving';
import upgrade from '@salesforce/label/c.BackgroundCheck_Upgrade';
import upgradeCheck from '@salesforce/label/c.BackgroundCheck_UpgradeCheck';
import upgradeHint from '@salesforce/label/c.BackgroundCheck_UpgradeHint';

/** The words this component shows. */
export const labels = {
    actionFailed,
    cancel,
    notYours,
    saving,
    upgrade,
    upgradeCheck,
    upgradeHint,
};
