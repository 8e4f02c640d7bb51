import addOns from '@salesforce/label/c.BackgroundCheck_AddOns';
import choosePackage from '@salesforce/label/c.BackgroundCheck_ChoosePackage';
import choosePlaceholder from '@salesforce/label/c.BackgroundCheck_ChoosePlaceholder';
import estimatedPrice from '@salesforce/label/c.BackgroundCheck_EstimatedPrice';
import loadingPackages from '@salesforce/label/c.BackgroundCheck_LoadingPackages';
import noPackages from '@salesforce/label/c.BackgroundCheck_NoPackages';
import noUpgrades from '@salesforce/label/c.BackgroundCheck_NoUpgrades';
import packagesFailed from '@salesforce/label/c.BackgroundCheck_PackagesFailed';
import price from '@salesforce/label/c.BackgroundCheck_Price';
import screenings from '@salesforce/label/c.BackgroundCheck_Screenings';

/** The words this component shows. */
export const labels = {
    addOns,
    choosePackage,
    choosePlaceholder,
    estimatedPrice,
    loadingPackages,
    noPackages,
    noUpgrades,
    packagesFailed,
    price,
    screenings,
};
