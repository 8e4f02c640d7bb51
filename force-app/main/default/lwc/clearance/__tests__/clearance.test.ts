import { checksFromData, type ChecksData } from 'c/checksOfPerson';
import { clearanceOn } from 'c/clearance';
import { checksAnswer } from '../../../../../test/check-answers';

const TODAY = '2026-11-20';
const CLEARED = {
    Name: 'BC-000001',
    Status__c: 'Completed',
    Result__c: 'Clear',
    Cleared__c: true,
    Completed_At__c: '2026-03-12T18:00:00.000Z',
    Valid_Until__c: '2027-03-12',
};
const LAPSED = {
    ...CLEARED,
    Cleared__c: false,
    Completed_At__c: '2024-03-12T18:00:00.000Z',
    Valid_Until__c: '2025-03-12',
};

/** The checks given are the newest first. */
function onDay(day: string, ...checks: Record<string, unknown>[]) {
    const { isCleared, check, until } = clearanceOn(day, checksFromData(checksAnswer(...checks) as ChecksData), TODAY);
    return { isCleared, by: check?.number, until };
}

describe('c-clearance', () => {
    it('clears from the day a check was completed until its last day', () => {
        expect(onDay('2026-03-11', CLEARED)).toEqual({ isCleared: false, by: undefined, until: undefined });
        expect(onDay('2026-03-12', CLEARED)).toEqual({ isCleared: true, by: 'BC-000001', until: '2027-03-12' });
        expect(onDay('2027-03-12', CLEARED).isCleared).toBe(true);
        expect(onDay('2027-03-13', CLEARED)).toEqual({ isCleared: false, by: 'BC-000001', until: '2027-03-12' });
    });

    it('clears for good where there is no last day', () => {
        expect(onDay('2099-01-01', { ...CLEARED, Valid_Until__c: null })).toMatchObject({
            isCleared: true,
            until: undefined,
        });
    });

    it('remembers a pass whose validity has ended, for the days it held', () => {
        expect(onDay('2024-06-01', LAPSED)).toEqual({ isCleared: true, by: 'BC-000001', until: '2025-03-12' });
        expect(onDay(TODAY, LAPSED)).toEqual({ isCleared: false, by: 'BC-000001', until: '2025-03-12' });
    });

    it.each([
        ['it was adverse', { Result__c: 'Adverse' }],
        ['an adverse action was taken', { Adjudication__c: 'Post-Adverse Action' }],
        ['it had something to consider', { Result__c: 'Consider' }],
        ['screenings were canceled', { Includes_Canceled__c: true }],
        ['it was assessed for review', { Assessment__c: 'Review' }],
        ['it was never completed', { Status__c: 'Review Required' }],
    ])('makes no pass of an old check when %s', (_name, values) => {
        expect(onDay('2024-06-01', { ...LAPSED, ...values }).isCleared).toBe(false);
    });

    it.each([
        ['engaged by decision', { Result__c: 'Consider', Adjudication__c: 'Engaged' }],
        ['assessed as eligible', { Result__c: 'Consider', Assessment__c: 'Eligible' }],
    ])('remembers an old pass that was %s', (_name, values) => {
        expect(onDay('2024-06-01', { ...LAPSED, ...values }).isCleared).toBe(true);
    });

    it('believes nothing but Cleared__c about a check that is still valid', () => {
        expect(onDay(TODAY, { ...CLEARED, Cleared__c: false }).isCleared).toBe(false);
    });

    it.each([
        ['waits for a review', { Status__c: 'Review Required' }],
        ['is not cleared', { Status__c: 'Completed', Result__c: 'Consider' }],
        ['has something to consider so far', { Status__c: 'In Progress', Result__c: 'Consider' }],
    ])('lets a newer check that %s replace an older pass at once', (_name, values) => {
        const newer = { Name: 'BC-000002', Requested_At__c: '2026-10-01T16:00:00.000Z', ...values };

        expect(onDay(TODAY, newer, CLEARED)).toEqual({ isCleared: false, by: 'BC-000002', until: undefined });
        expect(onDay('2026-09-01', newer, CLEARED).isCleared).toBe(true);
    });

    it.each(['Requested', 'Invited', 'In Progress', 'Suspended', 'Canceled', 'Expired', 'Error'])(
        'keeps an older pass while a newer check is %s and has found nothing',
        (Status__c) => {
            expect(onDay(TODAY, { Name: 'BC-000002', Status__c }, CLEARED)).toMatchObject({
                isCleared: true,
                by: 'BC-000001',
            });
        },
    );

    it('lets what a slow check found replace the pass of a quicker one that was asked for later', () => {
        const slow = {
            ...CLEARED,
            Name: 'BC-000000',
            Cleared__c: false,
            Status__c: 'Review Required',
            Result__c: 'Consider',
        };

        const found = { ...slow, Completed_At__c: '2026-05-01T18:00:00.000Z' };
        expect(onDay(TODAY, CLEARED, found)).toEqual({ isCleared: false, by: 'BC-000000', until: undefined });
        expect(onDay('2026-04-01', CLEARED, found).isCleared).toBe(true);
    });

    describe('a continuous check', () => {
        const CONTINUOUS = { ...CLEARED, Name: 'BC-000009', Source__c: 'Continuous', Cleared__c: false };
        const ACCEPTED = { ...CONTINUOUS, Result__c: 'Consider', Adjudication__c: 'Engaged' };

        it.each([
            ['an adverse action', { ...CLEARED, Cleared__c: false, Result__c: 'Adverse' }],
            ['an open review', { ...CLEARED, Cleared__c: false, Status__c: 'Review Required' }],
        ])('that found nothing makes no pass over %s', (_name, older) => {
            for (const newer of [CONTINUOUS, ACCEPTED]) {
                expect(onDay(TODAY, newer, older)).toMatchObject({ isCleared: false, by: 'BC-000001' });
            }
        });

        it('that found nothing makes no pass alone, nor leaves one behind when its validity has ended', () => {
            expect(onDay(TODAY, CONTINUOUS)).toMatchObject({ isCleared: false, by: undefined });
            const lapsed = { ...CONTINUOUS, Valid_Until__c: '2026-05-01' };
            expect(onDay('2026-04-01', lapsed)).toMatchObject({ isCleared: false });
        });

        it('leaves an older pass as it is, unless it has found something', () => {
            expect(onDay(TODAY, ACCEPTED, CLEARED)).toMatchObject({ isCleared: true, by: 'BC-000001' });
            for (const found of [
                { Status__c: 'Review Required', Result__c: 'Consider' },
                { Result__c: 'Adverse' },
                { Adjudication__c: 'Post-Adverse Action' },
            ]) {
                expect(onDay(TODAY, { ...CONTINUOUS, ...found }, CLEARED)).toMatchObject({
                    isCleared: false,
                    by: 'BC-000009',
                });
            }
        });
    });

    it('knows nothing without checks', () => {
        expect(onDay(TODAY)).toEqual({ isCleared: false, by: undefined, until: undefined });
    });
});
