import CHECK from '@salesforce/schema/Background_Check__c';
import ADD_ONS from '@salesforce/schema/Background_Check__c.Add_Ons__c';
import PACKAGE from '@salesforce/schema/Background_Check__c.Package__c';
import SOURCE from '@salesforce/schema/Background_Check__c.Source__c';
import { CHECKS_OF_PERSON, checksFromData, type Check, type ChecksData } from 'c/checksOfPerson';
import { filledLabel } from 'c/filledLabel';
import type { Choice } from 'c/packagePicker';
import { personSchema, type PersonSchema } from 'c/personSchema';
import { saveAndClose } from 'c/saveAndClose';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { createRecord, getFieldValue, getRecord, type FieldReference, type RecordResult } from 'lightning/uiRecordApi';
import { api, wire } from 'lwc';
import { labels } from './labels';
import { checkOfSomebodyElse, OPEN_CHECKS_WITH_EMAIL, type SharedEmailData } from './sharedEmail';
import { unreadSentences, type Part } from './unread';
import { warningsFor } from './warnings';

/** Dialog that requests a background check. Closes with the id of the new check, or with nothing when canceled. */
export default class RequestBackgroundCheck extends LightningModal {
    /** Id of the Lead or Contact to be checked. */
    @api personId?: string;
    /** `Lead` or `Contact`. */
    @api personObject?: string;

    labels = labels;
    choice: Choice | undefined;
    errors: string[] = [];
    isSaving = false;

    private unread: Partial<Record<Part, unknown>> = {};
    private person: RecordResult['data'];
    private checks: Check[] = [];
    private sharedEmail: string | undefined;

    @wire(getRecord, { recordId: '$personId', optionalFields: '$personFields' })
    wiredPerson({ data, error }: RecordResult): void {
        this.person = data;
        this.unread = { ...this.unread, person: error };
    }

    /** Without an answer there are fewer warnings, not fewer checks: the org itself refuses what must not be. */
    @wire(graphql, { query: CHECKS_OF_PERSON, variables: '$ofPerson' })
    wiredChecks({ data, errors }: GraphqlResult): void {
        this.checks = data ? checksFromData(data as ChecksData) : [];
        this.unread = { ...this.unread, checks: errors };
    }

    @wire(graphql, { query: OPEN_CHECKS_WITH_EMAIL, variables: '$withEmail' })
    wiredSharedEmail({ data, errors }: GraphqlResult): void {
        this.sharedEmail = data ? checkOfSomebodyElse(data as SharedEmailData, this.personId) : undefined;
        this.unread = { ...this.unread, sharedEmail: errors };
    }

    get personFields(): FieldReference[] {
        const { schema } = this;
        return schema ? [schema.name, schema.email, schema.country, schema.state, schema.birthDate] : [];
    }

    get ofPerson(): Record<string, unknown> | undefined {
        return this.personId ? { ids: [this.personId] } : undefined;
    }

    get withEmail(): Record<string, unknown> | undefined {
        return this.email ? { email: this.email } : undefined;
    }

    /** An address the user may not see does not count as missing. */
    get hasNoEmail(): boolean {
        return this.email === null || this.email === '';
    }

    /** Who is about to be checked, and where the invitation goes. */
    get recipient(): string | undefined {
        const name = this.schema && this.valueOf(this.schema.name);
        if (!name || this.hasNoEmail) return undefined;
        return this.email ? filledLabel(labels.invitationGoesTo, name, this.email) : filledLabel(labels.checkOf, name);
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
            price: this.choice?.price,
        });
    }

    get unreadErrors(): string[] {
        return unreadSentences(this.unread);
    }

    get hasWarnings(): boolean {
        return this.warnings.length > 0;
    }

    get isConfirmDisabled(): boolean {
        return this.hasNoEmail || !this.person || !this.choice?.isComplete;
    }

    handleChoose(event: CustomEvent<Choice>): void {
        this.choice = event.detail;
    }

    handleCancel(): void {
        this.close();
    }

    async handleConfirm(): Promise<void> {
        const { schema } = this;
        if (!schema || this.isConfirmDisabled) return;
        const save = async () =>
            (await createRecord({ apiName: CHECK.objectApiName, fields: this.newCheck(schema) })).id;
        await saveAndClose(this, save, { failed: labels.requestFailed });
    }

    private get schema(): PersonSchema | undefined {
        return personSchema(this.personObject);
    }

    private get email(): string | null | undefined {
        return this.schema && this.valueOf(this.schema.email);
    }

    private valueOf(field: FieldReference): string | null | undefined {
        return this.person && (getFieldValue(this.person, field) as string | null | undefined);
    }

    private newCheck({ lookupOfCheck }: PersonSchema): Record<string, string | null> {
        const { packageId = null, addOns = '' } = this.choice ?? {};
        return {
            [lookupOfCheck.fieldApiName]: this.personId ?? null,
            [PACKAGE.fieldApiName]: packageId,
            [SOURCE.fieldApiName]: 'Button',
            ...(addOns === '' ? {} : { [ADD_ONS.fieldApiName]: addOns }),
        };
    }
}
