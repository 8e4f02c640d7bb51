import { checksFromData, type ChecksData } from 'c/checksOfPerson';
import { checksAnswer } from '../../../../../test/check-answers';

function onlyCheck(values: Record<string, unknown>) {
    const [check] = checksFromData(checksAnswer(values) as ChecksData);
    if (!check) throw new Error('the answer held no check');
    return check;
}

describe('c-checks-of-person', () => {
    it('reads the fields of a check', () => {
        expect(onlyCheck({})).toMatchObject({
            id: 'a00000000000001AAA',
            number: 'BC-000001',
            status: { value: 'Invited', label: 'Invited' },
            packageName: 'Basic',
            requestedBy: 'Rita Requester',
            requestedAt: '2026-11-20T16:00:00.000Z',
            estimatedCompletion: '2026-11-27',
            hasCandidate: true,
            hasInvitation: true,
            hasReport: false,
        });
    });

    it('keeps the order of the answer', () => {
        const checks = checksFromData(checksAnswer({ Name: 'BC-000002' }, { Name: 'BC-000001' }) as ChecksData);

        expect(checks.map(({ number }) => number)).toEqual(['BC-000002', 'BC-000001']);
    });

    it.each(['Requested', 'Candidate Created', 'Invited', 'In Progress', 'Suspended', 'Disputed', 'Review Required'])(
        'takes a check that is %s for open',
        (Status__c) => {
            expect(onlyCheck({ Status__c }).isOpen).toBe(true);
        },
    );

    it.each(['Completed', 'Canceled', 'Expired', 'Error'])('takes a check that is %s for final', (Status__c) => {
        expect(onlyCheck({ Status__c }).isOpen).toBe(false);
    });

    it.each([false, null, 'true', undefined])('does not take %p for cleared', (Cleared__c) => {
        expect(onlyCheck({ Status__c: 'Completed', Result__c: 'Clear', Cleared__c }).isCleared).toBe(false);
    });

    it('collects the errors that are filled', () => {
        const check = onlyCheck({ Error_Create_Candidate__c: 'SSN is invalid', Error_Create_Report__c: null });

        expect(check.errors).toEqual(['SSN is invalid']);
    });
});
