import loadFailed from '@salesforce/label/c.BackgroundCheck_LoadFailed';
import loading from '@salesforce/label/c.BackgroundCheck_Loading';
import onCleared from '@salesforce/label/c.BackgroundCheck_OnCleared';
import onClearedForGood from '@salesforce/label/c.BackgroundCheck_OnClearedForGood';
import onDay from '@salesforce/label/c.BackgroundCheck_OnDay';
import onLapsed from '@salesforce/label/c.BackgroundCheck_OnLapsed';
import onNotCleared from '@salesforce/label/c.BackgroundCheck_OnNotCleared';
import onNothingKnown from '@salesforce/label/c.BackgroundCheck_OnNothingKnown';
import onNotYet from '@salesforce/label/c.BackgroundCheck_OnNotYet';
import onTitle from '@salesforce/label/c.BackgroundCheck_OnTitle';
import onUnsettled from '@salesforce/label/c.BackgroundCheck_OnUnsettled';
import onWaits from '@salesforce/label/c.BackgroundCheck_OnWaits';

/** The words this component shows. */
export const labels = {
    loadFailed,
    loading,
    onCleared,
    onClearedForGood,
    onDay,
    onLapsed,
    onNotCleared,
    onNothingKnown,
    onNotYet,
    onTitle,
    onUnsettled,
    onWaits,
};
