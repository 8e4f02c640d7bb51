/** The lightning/* modules our components use, as far as they use them. Types of lwc itself come with lwc. */

declare module 'lightning/graphql' {
    export interface GraphqlConfig {
        /** Nothing is asked while it is undefined. */
        query: string | undefined;
        variables?: Record<string, unknown> | undefined;
    }
    export interface GraphqlError {
        message: string;
    }
    export interface GraphqlResult<Data = unknown> {
        data?: Data | undefined;
        errors?: GraphqlError[] | undefined;
        /** Asks again; the answer arrives at the wire. */
        refresh?: () => Promise<unknown>;
    }
    export const graphql: import('lwc').WireAdapterConstructor<GraphqlConfig, GraphqlResult>;
    export function gql(parts: TemplateStringsArray, ...inserted: unknown[]): string;
}

declare module 'lightning/uiObjectInfoApi' {
    export interface ObjectInfoResult {
        data?: { createable: boolean } | undefined;
        error?: { status?: number } | undefined;
    }
    export const getObjectInfo: import('lwc').WireAdapterConstructor<
        { objectApiName: { objectApiName: string } },
        ObjectInfoResult
    >;
}

declare module 'lightning/uiRecordApi' {
    export interface FieldReference {
        objectApiName: string;
        fieldApiName: string;
    }
    export interface RecordRepresentation {
        id: string;
        apiName: string;
        fields: Record<string, { value: unknown; displayValue: string | null }>;
    }
    export interface RecordResult {
        data?: RecordRepresentation | undefined;
        error?: unknown;
    }
    export const getRecord: import('lwc').WireAdapterConstructor<
        { recordId: string | undefined; optionalFields: FieldReference[] },
        RecordResult
    >;
    export function getFieldValue(record: RecordRepresentation | undefined, field: FieldReference): unknown;
    type FieldValues = Record<string, string | number | boolean | null>;
    export function createRecord(input: { apiName: string; fields: FieldValues }): Promise<RecordRepresentation>;
    /** `fields` names the record by its Id. */
    export function updateRecord(input: { fields: FieldValues }): Promise<RecordRepresentation>;
    /** Says that records were changed elsewhere: whoever shows them reads them again. */
    export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void>;
}

declare module 'lightning/modal' {
    import { LightningElement } from 'lwc';

    export default class LightningModal extends LightningElement {
        static open(
            options: { label: string; size?: 'small' | 'medium' | 'large' | 'full' } & Record<string, unknown>,
        ): Promise<unknown>;
        disableClose: boolean;
        close(result?: unknown): void;
    }
}

declare module 'lightning/platformShowToastEvent' {
    export class ShowToastEvent extends CustomEvent<unknown> {
        constructor(toast: { title: string; message?: string; variant?: 'info' | 'success' | 'warning' | 'error' });
    }
}

declare module 'lightning/navigation' {
    import { LightningElement } from 'lwc';

    export interface RecordPage {
        type: 'standard__recordPage';
        attributes: { recordId: string; objectApiName?: string; actionName: 'view' | 'edit' };
    }
    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;
    class NavigatingElement extends LightningElement {
        [Navigate](page: RecordPage): void;
        [GenerateUrl](page: RecordPage): Promise<string>;
    }
    export const NavigationMixin: {
        (base: typeof LightningElement): typeof NavigatingElement;
        readonly Navigate: typeof Navigate;
        readonly GenerateUrl: typeof GenerateUrl;
    };
}
