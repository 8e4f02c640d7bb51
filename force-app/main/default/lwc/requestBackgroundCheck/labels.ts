import addOns from '@salesforce/label/c.BackgroundCheck_AddOns';
import cancel from '@salesforce/label/c.BackgroundCheck_Cancel';
import choosePackage from '@salesforce/label/c.BackgroundCheck_ChoosePackage';
import choosePlaceholder from '@salesforce/label/c.BackgroundCheck_ChoosePlaceholder';
import confirm from '@salesforce/label/c.BackgroundCheck_Confirm';
import loadingPackages from '@salesforce/label/c.BackgroundCheck_LoadingPackages';
import noEmail from '@salesforce/label/c.BackgroundCheck_NoEmail';
import noPackages from '@salesforce/label/c.BackgroundCheck_NoPackages';
import packagesFailed from '@salesforce/label/c.BackgroundCheck_PackagesFailed';
import price from '@salesforce/label/c.BackgroundCheck_Price';
import request from '@salesforce/label/c.BackgroundCheck_Request';
import requestFailed from '@salesforce/label/c.BackgroundCheck_RequestFailed';
import requesting from '@salesforce/label/c.BackgroundCheck_Requesting';
import screenings from '@salesforce/label/c.BackgroundCheck_Screenings';
import totalPrice from '@salesforce/label/c.BackgroundCheck_TotalPrice';
import warnNoPlace from '@salesforce/label/c.BackgroundCheck_WarnNoPlace';
import warnRunning from '@salesforce/label/c.BackgroundCheck_WarnRunning';
import warnSaved from '@salesforce/label/c.BackgroundCheck_WarnSaved';
import warnSharedEmail from '@salesforce/label/c.BackgroundCheck_WarnSharedEmail';
import warnUnderAge from '@salesforce/label/c.BackgroundCheck_WarnUnderAge';
import warnValid from '@salesforce/label/c.BackgroundCheck_WarnValid';
import warnValidNoEnd from '@salesforce/label/c.BackgroundCheck_WarnValidNoEnd';

/** The words this component shows. */
export const labels = {
    addOns,
    cancel,
    choosePackage,
    choosePlaceholder,
    confirm,
    loadingPackages,
    noEmail,
    noPackages,
    packagesFailed,
    price,
    request,
    requestFailed,
    requesting,
    screenings,
    totalPrice,
    warnNoPlace,
    warnRunning,
    warnSaved,
    warnSharedEmail,
    warnUnderAge,
    warnValid,
    warnValidNoEnd,
};
