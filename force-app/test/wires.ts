import { graphql as graphqlAdapter } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { getObjectInfo as getObjectInfoAdapter } from 'lightning/uiObjectInfoApi';
import {
    createRecord as createRecordFunction,
    getRecord as getRecordAdapter,
    notifyRecordUpdateAvailable as notifyFunction,
    updateRecord as updateRecordFunction,
} from 'lightning/uiRecordApi';

interface GraphqlWire {
    emit(data: unknown, filter?: (config: { variables?: unknown }) => boolean, refresh?: () => Promise<unknown>): void;
    emitErrors(errors: { message: string }[], filter?: (config: { variables?: unknown }) => boolean): void;
    getLastConfig(): { variables?: Record<string, unknown> } | undefined;
}

interface ObjectInfoWire {
    emit(info: { createable: boolean }): void;
    error(body?: unknown, status?: number): void;
}

interface RecordWire {
    emit(record: unknown): void;
    error(body?: unknown, status?: number): void;
    getLastConfig(): unknown;
}

// In tests the lightning/* modules are the stand-ins of the test preset, which can be told what to answer.
export const graphql = graphqlAdapter as unknown as GraphqlWire;
export const getRecord = getRecordAdapter as unknown as RecordWire;
export const getObjectInfo = getObjectInfoAdapter as unknown as ObjectInfoWire;
export const createRecord = createRecordFunction as unknown as jest.Mock;
export const updateRecord = updateRecordFunction as unknown as jest.Mock;
export const notifyRecordUpdateAvailable = notifyFunction as unknown as jest.Mock;
export const openModal = LightningModal.open as unknown as jest.Mock;

/** Lets everything that is already promised happen, also rendering. */
export async function settle(turns = 10): Promise<void> {
    await Promise.resolve();
    if (turns > 1) await settle(turns - 1);
}
