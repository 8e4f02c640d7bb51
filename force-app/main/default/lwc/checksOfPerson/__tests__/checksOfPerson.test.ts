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

    it('reads what the vendor still has to be told, and the dates a check ends at', () => {
        const check = onlyCheck({
            Requested_Action__c: 'Cancel',
            Valid_Until__c: '2027-03-12',
            Invitation_Expires_At__c: '2026-11-28T07:59:59.000Z',
            Suspended_At__c: '2026-11-21T10:00:00.000Z',
            Includes_Canceled__c: true,
            Found_Clear_At__c: '2026-11-22T10:00:00.000Z',
            Not_Clear_Since__c: '2026-11-23T10:00:00.000Z',
        });

        expect(check).toMatchObject({
            requestedAction: { value: 'Cancel', label: 'Cancel' },
            validUntil: '2027-03-12',
            invitationExpiresAt: '2026-11-28T07:59:59.000Z',
            suspendedAt: '2026-11-21T10:00:00.000Z',
            includesCanceled: true,
            foundClearAt: '2026-11-22T10:00:00.000Z',
            notClearSince: '2026-11-23T10:00:00.000Z',
        });
    });

    it('takes the Contact for the person, where the Lead was converted', () => {
        expect(onlyCheck({ Lead__c: '00Q000000000001AAA', Contact__c: '003000000000001AAA' }).personId).toBe(
            '003000000000001AAA',
        );
        expect(onlyCheck({ Lead__c: '00Q000000000001AAA' }).personId).toBe('00Q000000000001AAA');
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
