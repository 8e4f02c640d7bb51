import CHECK from '@salesforce/schema/Background_Check__c';
import ADD_ONS from '@salesforce/schema/Background_Check__c.Add_Ons__c';
import PACKAGE from '@salesforce/schema/Background_Check__c.Package__c';
import SOURCE from '@salesforce/schema/Background_Check__c.Source__c';
import { CHECKS_OF_PERSON, checksFromData, type Check, type ChecksData } from 'c/checksOfPerson';
import { ldsErrors } from 'c/ldsErrors';
import { personSchema, type PersonSchema } from 'c/personSchema';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { createRecord, getFieldValue, getRecord, type FieldReference, type RecordResult } from 'lightning/uiRecordApi';
import { api, wire } from 'lwc';
import { labels } from './labels';
import { ACTIVE_PACKAGES, packagesFromData, type Package, type PackagesData } from './packages';
import { shownPrice, totalPrice, type Price } from './price';
import { checkOfSomebodyElse, OPEN_CHECKS_WITH_EMAIL, type SharedEmailData } from './sharedEmail';
import { warningsFor } from './warnings';

interface Option {
    label: string;
    value: string;
}

/** Dialog that requests a background check. Closes with the id of the new check, or with nothing when canceled. */
export default class RequestBackgroundCheck extends LightningModal {
    /** Id of the Lead or Contact to be checked. */
    @api personId?: string;
    /** `Lead` or `Contact`. */
    @api personObject?: string;

    labels = labels;
    packages: Package[] | undefined;
    packageId: string | undefined;
    addOnIds: string[] = [];
    errors: string[] = [];
    isRequesting = false;

    private person: RecordResult['data'];
    private checks: Check[] = [];
    private sharedEmail: string | undefined;

    @wire(getRecord, { recordId: '$personId', optionalFields: '$personFields' })
    wiredPerson({ data }: RecordResult): void {
        this.person = data;
    }

    @wire(graphql, { query: ACTIVE_PACKAGES })
    wiredPackages({ data, errors }: GraphqlResult): void {
        if (errors?.length) this.errors = [labels.packagesFailed, ...ldsErrors(errors)];
        if (!data) return;
        this.packages = packagesFromData(data as PackagesData);
        if (this.choices.length === 1) this.packageId = this.choices[0]?.id;
    }

    /** Without an answer there are fewer warnings, not fewer checks: the org itself refuses what must not be. */
    @wire(graphql, { query: CHECKS_OF_PERSON, variables: '$ofPerson' })
    wiredChecks({ data }: GraphqlResult): void {
        if (data) this.checks = checksFromData(data as ChecksData);
    }

    @wire(graphql, { query: OPEN_CHECKS_WITH_EMAIL, variables: '$withEmail' })
    wiredSharedEmail({ data }: GraphqlResult): void {
        if (data) this.sharedEmail = checkOfSomebodyElse(data as SharedEmailData, this.personId);
    }

    get personFields(): FieldReference[] {
        const { schema } = this;
        return schema ? [schema.email, schema.country, schema.state, schema.birthDate] : [];
    }

    get ofPerson(): Record<string, unknown> | undefined {
        return this.personId ? { recordId: this.personId } : undefined;
    }

    get withEmail(): Record<string, unknown> | undefined {
        return this.email ? { email: this.email } : undefined;
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
        const price = this.chosen && totalPrice([this.chosen]);
        return price && shownPrice(price);
    }

    get total(): string | undefined {
        return this.chosenAddOns.length > 0 && this.totalPrice ? shownPrice(this.totalPrice) : undefined;
    }

    get hasScreenings(): boolean {
        return (this.chosen?.screenings.length ?? 0) > 0;
    }

    /** An address the user may not see does not count as missing. */
    get hasNoEmail(): boolean {
        return this.email === null || this.email === '';
    }

    get warnings(): string[] {
        if (!this.person || !this.schema) return [];
        const birthDate = this.valueOf(this.schema.birthDate);
        return warningsFor({
            state: this.valueOf(this.schema.state),
            country: this.valueOf(this.schema.country),
            birthDate: birthDate ?? undefined,
            checks: this.checks,
            sharedEmail: this.sharedEmail,
            price: this.totalPrice,
        });
    }

    get hasWarnings(): boolean {
        return this.warnings.length > 0;
    }

    get isConfirmDisabled(): boolean {
        const isPackageMissing = this.hasPackages && !this.chosen;
        return this.isRequesting || this.hasNoEmail || !this.person || !this.packages || isPackageMissing;
    }

    handlePackageChange(event: CustomEvent<{ value: string }>): void {
        this.packageId = event.detail.value;
    }

    handleAddOnsChange(event: CustomEvent<{ value: string[] }>): void {
        this.addOnIds = event.detail.value;
    }

    handleCancel(): void {
        this.close();
    }

    async handleConfirm(): Promise<void> {
        if (!this.schema || this.isConfirmDisabled) return;
        this.startRequest();
        try {
            const check = await createRecord({ apiName: CHECK.objectApiName, fields: this.newCheck(this.schema) });
            this.endRequest();
            this.close(check.id);
        } catch (error) {
            this.endRequest();
            const messages = ldsErrors(error);
            this.errors = messages.length > 0 ? messages : [labels.requestFailed];
        }
    }

    private get schema(): PersonSchema | undefined {
        return personSchema(this.personObject);
    }

    private get email(): string | null | undefined {
        return this.schema && this.valueOf(this.schema.email);
    }

    private get choices(): Package[] {
        return (this.packages ?? []).filter(({ isAddOn }) => !isAddOn);
    }

    private get addOns(): Package[] {
        return (this.packages ?? []).filter(({ isAddOn }) => isAddOn);
    }

    private get chosenAddOns(): Package[] {
        return this.chosen ? this.addOns.filter(({ id }) => this.addOnIds.includes(id)) : [];
    }

    private get totalPrice(): Price | undefined {
        return this.chosen && totalPrice([this.chosen, ...this.chosenAddOns]);
    }

    private valueOf(field: FieldReference): string | null | undefined {
        return this.person && (getFieldValue(this.person, field) as string | null | undefined);
    }

    private newCheck({ lookupOfCheck }: PersonSchema): Record<string, string | null> {
        const addOns = this.chosenAddOns.map(({ slug }) => slug).join(';');
        return {
            [lookupOfCheck.fieldApiName]: this.personId ?? null,
            [PACKAGE.fieldApiName]: this.packageId ?? null,
            [SOURCE.fieldApiName]: 'Button',
            ...(addOns === '' ? {} : { [ADD_ONS.fieldApiName]: addOns }),
        };
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
