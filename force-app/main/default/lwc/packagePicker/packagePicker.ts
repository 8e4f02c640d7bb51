import { ldsErrors } from 'c/ldsErrors';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { api, LightningElement, wire } from 'lwc';
import { labels } from './labels';
import { ACTIVE_PACKAGES, packagesFromData, upgradesFrom, type Package, type PackagesData } from './packages';
import { shownPrice, totalPrice } from './price';

/** What is to be ordered; the detail of the event `choose`. */
export interface Choice {
    /** False while there is something to choose from and nothing is chosen. */
    isComplete: boolean;
    /** Undefined: the default package of the connection. */
    packageId: string | undefined;
    /** Slugs of add-ons, as the field Add_Ons__c holds them. */
    addOns: string;
    /** What all of it costs, as the user writes it; undefined when that is not known. */
    price: string | undefined;
}

interface Option {
    label: string;
    value: string;
}

/** The active packages and their add-ons to choose from, with prices. Tells its choice by the event `choose`. */
export default class PackagePicker extends LightningElement {
    /** Offers what a report of `currentId` may be upgraded to, without add-ons. */
    @api isUpgrade = false;
    /** Id of the package the report has. */
    @api currentId: string | undefined;

    labels = labels;
    packages: Package[] | undefined;
    packageId: string | undefined;
    addOnIds: string[] = [];
    errors: string[] = [];

    @wire(graphql, { query: ACTIVE_PACKAGES })
    wiredPackages({ data, errors }: GraphqlResult): void {
        if (errors?.length) this.errors = [labels.packagesFailed, ...ldsErrors(errors)];
        if (!data) return;
        this.packages = packagesFromData(data as PackagesData);
        if (this.choices.length === 1) this.packageId = this.choices[0]?.id;
        this.tell();
    }

    get isLoading(): boolean {
        return !this.packages && !this.hasError;
    }

    get hasError(): boolean {
        return this.errors.length > 0;
    }

    get hasPackages(): boolean {
        return this.choices.length > 0;
    }

    get hasNoPackages(): boolean {
        return this.packages !== undefined && !this.hasPackages;
    }

    get options(): Option[] {
        return this.choices.map(({ id, name }) => ({ label: name, value: id }));
    }

    get addOnOptions(): Option[] {
        return this.addOns.map(({ id, name, price, currency }) => ({
            value: id,
            label: price === undefined ? name : `${name} (${shownPrice({ amount: price, currency })})`,
        }));
    }

    get hasAddOns(): boolean {
        return this.chosen !== undefined && this.addOns.length > 0;
    }

    get chosen(): Package | undefined {
        return this.choices.find(({ id }) => id === this.packageId);
    }

    get price(): string | undefined {
        return this.chosen && priceOf([this.chosen]);
    }

    /** Said only where it is not the price of the package: an estimate, for what is ordered instead may cost something else. */
    get total(): string | undefined {
        return this.chosenAddOns.length > 0 ? this.priceOfAll : undefined;
    }

    get hasScreenings(): boolean {
        return (this.chosen?.screenings.length ?? 0) > 0;
    }

    handlePackageChange(event: CustomEvent<{ value: string }>): void {
        this.packageId = event.detail.value;
        this.tell();
    }

    handleAddOnsChange(event: CustomEvent<{ value: string[] }>): void {
        this.addOnIds = event.detail.value;
        this.tell();
    }

    get noneToChoose(): string {
        return this.isUpgrade ? labels.noUpgrades : labels.noPackages;
    }

    private get choices(): Package[] {
        const packages = (this.packages ?? []).filter(({ isAddOn }) => !isAddOn);
        return this.isUpgrade ? upgradesFrom(packages, this.currentId) : packages;
    }

    private get addOns(): Package[] {
        return this.isUpgrade ? [] : (this.packages ?? []).filter(({ isAddOn }) => isAddOn);
    }

    private get chosenAddOns(): Package[] {
        return this.chosen ? this.addOns.filter(({ id }) => this.addOnIds.includes(id)) : [];
    }

    private get priceOfAll(): string | undefined {
        return this.chosen && priceOf([this.chosen, ...this.chosenAddOns]);
    }

    private tell(): void {
        const detail: Choice = {
            isComplete: (this.hasNoPackages && !this.isUpgrade) || this.chosen !== undefined,
            packageId: this.packageId,
            addOns: this.chosenAddOns.map(({ slug }) => slug).join(';'),
            price: this.priceOfAll,
        };
        this.dispatchEvent(new CustomEvent<Choice>('choose', { detail }));
    }
}

function priceOf(chosen: Package[]): string | undefined {
    const price = totalPrice(chosen);
    return price && shownPrice(price);
}
