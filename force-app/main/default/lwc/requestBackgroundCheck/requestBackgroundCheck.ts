import CHECK from '@salesforce/schema/Background_Check__c';
import PACKAGE from '@salesforce/schema/Background_Check__c.Package__c';
import SOURCE from '@salesforce/schema/Background_Check__c.Source__c';
import { ldsErrors } from 'c/ldsErrors';
import { personSchema } from 'c/personSchema';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { createRecord, getFieldValue, getRecord, type FieldReference, type RecordResult } from 'lightning/uiRecordApi';
import { api, wire } from 'lwc';
import { labels } from './labels';
import { ACTIVE_PACKAGES, packagesFromData, type Package, type PackagesData } from './packages';

/** Dialog that requests a background check. Closes with the id of the new check, or with nothing when canceled. */
export default class RequestBackgroundCheck extends LightningModal {
    /** Id of the Lead or Contact to be checked. */
    @api personId?: string;
    /** `Lead` or `Contact`. */
    @api personObject?: string;

    labels = labels;
    packages: Package[] | undefined;
    packageId: string | undefined;
    errors: string[] = [];
    isRequesting = false;

    private person: RecordResult['data'];

    @wire(getRecord, { recordId: '$personId', optionalFields: '$personFields' })
    wiredPerson({ data }: RecordResult): void {
        this.person = data;
    }

    @wire(graphql, { query: ACTIVE_PACKAGES })
    wiredPackages({ data, errors }: GraphqlResult): void {
        if (errors?.length) this.errors = [labels.packagesFailed, ...ldsErrors(errors)];
        if (!data) return;
        this.packages = packagesFromData(data as PackagesData);
        if (this.packages.length === 1) this.packageId = this.packages[0]?.id;
    }

    get personFields(): FieldReference[] {
        const person = personSchema(this.personObject);
        return person ? [person.email] : [];
    }

    get isLoading(): boolean {
        return !this.packages && !this.hasError;
    }

    get hasError(): boolean {
        return this.errors.length > 0;
    }

    get hasPackages(): boolean {
        return this.packages !== undefined && this.packages.length > 0;
    }

    get hasNoPackages(): boolean {
        return this.packages?.length === 0;
    }

    get options(): { label: string; value: string }[] {
        return (this.packages ?? []).map(({ id, name }) => ({ label: name, value: id }));
    }

    get chosen(): Package | undefined {
        return this.packages?.find(({ id }) => id === this.packageId);
    }

    get hasPrice(): boolean {
        return this.chosen?.price !== undefined;
    }

    get priceStyle(): string {
        return this.chosen?.currency === undefined ? 'decimal' : 'currency';
    }

    get hasScreenings(): boolean {
        return (this.chosen?.screenings.length ?? 0) > 0;
    }

    /** An address the user may not see does not count as missing. */
    get hasNoEmail(): boolean {
        const person = personSchema(this.personObject);
        const email = person && this.person ? getFieldValue(this.person, person.email) : undefined;
        return email === null || email === '';
    }

    get isConfirmDisabled(): boolean {
        const isPackageMissing = this.hasPackages && !this.chosen;
        return this.isRequesting || this.hasNoEmail || !this.person || !this.packages || isPackageMissing;
    }

    handlePackageChange(event: CustomEvent<{ value: string }>): void {
        this.packageId = event.detail.value;
    }

    handleCancel(): void {
        this.close();
    }

    async handleConfirm(): Promise<void> {
        const person = personSchema(this.personObject);
        if (!person || !this.personId || this.isConfirmDisabled) return;
        this.startRequest();
        try {
            const check = await createRecord({
                apiName: CHECK.objectApiName,
                fields: {
                    [person.lookupOfCheck.fieldApiName]: this.personId,
                    [PACKAGE.fieldApiName]: this.packageId ?? null,
                    [SOURCE.fieldApiName]: 'Button',
                },
            });
            this.endRequest();
            this.close(check.id);
        } catch (error) {
            this.endRequest();
            const messages = ldsErrors(error);
            this.errors = messages.length > 0 ? messages : [labels.requestFailed];
        }
    }

    private startRequest(): void {
        this.errors = [];
        this.isRequesting = true;
        this.disableClose = true;
    }

    /** Closing is refused by the platform while `disableClose` is set. */
    private endRequest(): void {
        this.isRequesting = false;
        this.disableClose = false;
    }
}
