import BackgroundCheckPanel from 'c/backgroundCheckPanel';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { checksAnswer, PASS } from '../../../../../test/check-answers';
import {
    getObjectInfo,
    getRecord,
    graphql,
    notifyRecordUpdateAvailable,
    openModal,
    settle,
} from '../../../../../test/wires';

const LEAD_ID = '00Q000000000001AAA';
const CLEARED = { ...PASS, Completed_At__c: '2026-01-01T20:00:00Z', Found_Clear_At__c: '2026-01-01T20:00:00Z' };

function setup(objectApiName = 'Lead') {
    const element = createElement<BackgroundCheckPanel>('c-background-check-panel', { is: BackgroundCheckPanel });
    Object.assign(element, { recordId: LEAD_ID, objectApiName });
    document.body.appendChild(element);
    getObjectInfo.emit({ createable: true });
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    const refresh = jest.fn().mockResolvedValue(undefined);
    return {
        element,
        find,
        refresh,
        answer: async (...checks: Record<string, unknown>[]) => {
            graphql.emit(checksAnswer(...checks), undefined, refresh);
            await settle();
        },
        button: () => find<HTMLButtonElement>('.request'),
        shownCheck: () => find<Element & { check: { number: string } }>('c-background-check-summary')?.check,
    };
}

describe('c-background-check-panel', () => {
    beforeEach(() => {
        openModal.mockReset();
        notifyRecordUpdateAvailable.mockReset().mockResolvedValue(undefined);
        jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
        jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.useRealTimers();
        jest.restoreAllMocks();
    });

    it('asks for the checks of the person on the page', async () => {
        setup();
        await settle();

        expect(graphql.getLastConfig()?.variables).toEqual({ ids: [LEAD_ID] });
    });

    it('says that it is loading until the first answer', async () => {
        const { find, button, answer } = setup();
        await settle();

        expect(find('lightning-spinner')).not.toBeNull();
        expect(button()?.disabled).toBe(true);
        await answer();
        expect(find('lightning-spinner')).toBeNull();
    });

    it('says when there is no check yet, and offers one', async () => {
        const { find, button, answer } = setup();

        await answer();

        expect(find('.empty')?.textContent).toBe('c.BackgroundCheck_Empty');
        expect(button()?.disabled).toBe(false);
    });

    it('shows the newest check, and the others as earlier ones', async () => {
        const { find, answer, shownCheck } = setup();

        await answer({ Id: 'a2', Name: 'BC-000002', ...CLEARED }, { Id: 'a1', Status__c: 'Canceled' });

        expect(shownCheck()?.number).toBe('BC-000002');
        const history = find<Element & { checks: unknown[]; shownId: string }>('c-background-check-history');
        expect(history?.checks).toHaveLength(2);
        expect(history?.shownId).toBe('a2');
    });

    it('offers no second check while one is open, and says why', async () => {
        const { find, button, answer } = setup();

        await answer({ Status__c: 'In Progress' });
        expect(button()?.disabled).toBe(true);
        expect(find('.why-not-now')?.textContent).toBe('c.BackgroundCheck_OneIsOpen');

        await answer({ Status__c: 'Canceled' });
        expect(button()?.disabled).toBe(false);
        expect(find('.why-not-now')).toBeNull();
    });

    it('offers no second check while the failed one can be resumed or canceled', async () => {
        const { find, button, answer } = setup();

        await answer({ Status__c: 'Error' });

        expect(button()?.disabled).toBe(true);
        expect(find('.why-not-now')?.textContent).toBe('c.BackgroundCheck_OneFailed');
    });

    it('tells who may only look whom to ask, and offers no request that the org would refuse', async () => {
        const { find, button, answer, shownCheck } = setup();
        getObjectInfo.emit({ createable: false });
        await answer(CLEARED);

        expect(button()?.disabled).toBe(true);
        expect(find('.why-not-now')?.textContent).toBe('c.BackgroundCheck_MayNotRequest');
        expect(shownCheck()).toBeDefined();
    });

    it('asks nothing for who has no access to checks, and says so in one sentence', async () => {
        const { find, button } = setup();
        getObjectInfo.error({ message: "You don't have access." }, 403);
        await settle();

        expect(graphql.getLastConfig()?.variables).toBeUndefined();
        expect(button()?.disabled).toBe(true);
        expect(find('.why-not-now')?.textContent).toBe('c.BackgroundCheck_NoAccess');
        expect(find('lightning-spinner')).toBeNull();
        expect(find('.error')).toBeNull();
    });

    it('leads from a converted Lead to its Contact, and offers no check of the Lead', async () => {
        const { find, button, answer } = setup();
        const fields = { ConvertedContactId: { value: '003000000000001AAA', displayValue: null } };
        await answer();
        getRecord.emit({ id: LEAD_ID, apiName: 'Lead', fields });
        await settle();

        expect(button()?.disabled).toBe(true);
        expect(find('.why-not-now')?.textContent).toContain('c.BackgroundCheck_IsContact');
        expect(find<Element & { recordId: string }>('.contact')?.recordId).toBe('003000000000001AAA');
    });

    it('names the check that clears the person, which need not be the newest', async () => {
        const { find, answer, shownCheck } = setup();

        await answer({ Name: 'BC-000002', Status__c: 'Invited' }, { Name: 'BC-000001', ...CLEARED });

        expect(shownCheck()?.number).toBe('BC-000002');
        expect(find<Element & { label: string }>('.cleared-by')?.label).toBe('BC-000001');
    });

    it('shows the error and no old pass when reading fails', async () => {
        const { find, answer, shownCheck } = setup();
        await answer(CLEARED);
        expect(shownCheck()).toBeDefined();

        graphql.emitErrors([{ message: 'You do not have access.' }]);
        await settle();

        expect(find('.error')?.textContent).toContain('You do not have access.');
        expect(shownCheck()).toBeUndefined();
    });

    it('shows the error and no old pass when reading again fails altogether', async () => {
        const { find, refresh, answer, shownCheck } = setup();
        await answer(CLEARED);
        refresh.mockRejectedValue(new Error('Network is down.'));

        window.dispatchEvent(new FocusEvent('focus'));
        await settle();

        expect(find('.error')?.textContent).toContain('Network is down.');
        expect(shownCheck()).toBeUndefined();
    });

    it('reads again while a check is open', async () => {
        const { refresh, answer } = setup();
        await answer({ Status__c: 'Invited' });

        await jest.advanceTimersByTimeAsync(9_000);

        expect(refresh).toHaveBeenCalledTimes(3);
    });

    it('reads again as long as it shows a pass, and takes it away once it holds no more', async () => {
        const { find, refresh, answer } = setup();
        await answer(CLEARED);
        expect(find('.validity_good')).not.toBeNull();

        await jest.advanceTimersByTimeAsync(120_000);
        expect(refresh).toHaveBeenCalled();
        await answer({ Status__c: 'Review Required', Not_Clear_Since__c: new Date().toISOString() });
        expect(find('.validity_good')).toBeNull();
    });

    it.each([
        ['the check is final', { Status__c: 'Completed' }],
        ['the check failed', { Status__c: 'Error' }],
    ])('stops reading when %s', async (_name, values) => {
        const { refresh, answer } = setup();
        await answer({ Status__c: 'Invited' });
        await answer(values);

        await jest.advanceTimersByTimeAsync(600_000);

        expect(refresh).not.toHaveBeenCalled();
    });

    it('stops reading when it leaves the page', async () => {
        const { element, refresh, answer } = setup();
        await answer({ Status__c: 'Invited' });

        element.remove();
        await jest.advanceTimersByTimeAsync(600_000);

        expect(refresh).not.toHaveBeenCalled();
    });

    it('reads again when the person was saved, since the checkbox requests a check', async () => {
        const { refresh, answer } = setup();
        await answer();

        getRecord.emit({ id: LEAD_ID, apiName: 'Lead', fields: {} });
        await settle();

        expect(refresh).toHaveBeenCalledTimes(1);
    });

    describe('while the status on the person is behind the check', () => {
        const person = (status: string) => ({
            id: LEAD_ID,
            apiName: 'Lead',
            fields: { Background_Check_Status__c: { value: status, displayValue: null } },
        });

        it('has the page read the person again until it has come', async () => {
            const { answer } = setup();
            getRecord.emit(person('In Progress'));
            await answer({ Status__c: 'Completed' });
            expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: LEAD_ID }]);

            getRecord.emit(person('Completed'));
            notifyRecordUpdateAvailable.mockClear();
            await answer({ Status__c: 'Completed' });
            expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();
        });

        it('looks again by itself although the check is done, and gives up where the org never copies it', async () => {
            const { answer, refresh } = setup();
            getRecord.emit(person('In Progress'));
            await Promise.all(Array.from({ length: 9 }, () => answer({ Status__c: 'Completed' })));
            expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(5);

            refresh.mockClear();
            jest.advanceTimersByTime(60_000);
            expect(refresh).not.toHaveBeenCalled();
        });
    });

    it('opens the dialog for the person, tells of the new check and shows it', async () => {
        openModal.mockResolvedValue('a00000000000009AAA');
        const { element, refresh, button, answer } = setup('Contact');
        const toasts: Event[] = [];
        element.addEventListener('lightning__showtoast', (event) => toasts.push(event));
        await answer();

        button()?.click();
        await settle();

        expect(openModal).toHaveBeenCalledWith(expect.objectContaining({ personId: LEAD_ID, personObject: 'Contact' }));
        expect(toasts).toHaveLength(1);
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('does nothing when the dialog is canceled', async () => {
        openModal.mockResolvedValue(undefined);
        const { element, refresh, button, answer } = setup();
        const toast = jest.fn();
        element.addEventListener('lightning__showtoast', toast);
        await answer();

        button()?.click();
        await settle();

        expect(toast).not.toHaveBeenCalled();
        expect(refresh).not.toHaveBeenCalled();
    });

    it('reads again and often once something was asked for', async () => {
        const { find, refresh, answer } = setup();
        await answer({ Status__c: 'Invited' });

        find('c-check-actions')?.dispatchEvent(new CustomEvent('acted'));
        await settle();

        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('keeps reading while a mended error is being resumed', async () => {
        const { refresh, answer } = setup();
        await answer({ Status__c: 'Error', Requested_Action__c: 'Resume' });

        await jest.advanceTimersByTimeAsync(9_000);

        expect(refresh).toHaveBeenCalledTimes(3);
    });

    it.each([
        ['for a year', '2027-11-20', 'ClearedUntil', 'validity_good'],
        ['for 30 more days', '2026-12-20', 'ExpiresIn', 'validity_ending'],
        ['until today', '2026-11-20', 'ExpiresToday', 'validity_ending'],
        ['for good', null, 'ClearedNoEnd', 'validity_good'],
    ])('says that the person is cleared %s', async (_name, Valid_Until__c, words, look) => {
        jest.setSystemTime(new Date('2026-11-20T20:00:00Z'));
        const { find, answer } = setup();

        await answer({ ...CLEARED, Valid_Until__c });

        expect(find('.validity')?.textContent).toContain(`c.BackgroundCheck_${words}`);
        expect(find('.validity')?.classList).toContain(look);
    });

    it('says that the clearance has ended, and not in green', async () => {
        const { find, answer } = setup();

        await answer({ ...CLEARED, Cleared__c: false, Valid_Until__c: '2026-02-01' });

        expect(find('.validity')?.textContent).toContain('c.BackgroundCheck_ClearedEnded');
        expect(find('.validity_good')).toBeNull();
    });

    it('says nothing of a pass when there is none', async () => {
        const { find, answer } = setup();

        await answer({ Status__c: 'Review Required', Not_Clear_Since__c: new Date().toISOString() }, CLEARED);

        expect(find('.validity')).toBeNull();
    });

    it('shows the results only when they are asked for', async () => {
        const { find, answer } = setup();
        await answer({ Status__c: 'Invited' });
        expect(find('.toggle-results')).toBeNull();
        await answer({ Status__c: 'Completed', Checkr_Report_Id__c: 'report-1' });
        expect(find('c-background-check-results')).toBeNull();

        find<HTMLElement>('.toggle-results')?.click();
        await settle();

        expect(find<Element & { recordId: string }>('c-background-check-results')?.recordId).toBe('a00000000000001AAA');
        expect(find('.toggle-results')?.getAttribute('aria-expanded')).toBe('true');
    });

    it('on the page of a check shows that check, without requests, earlier checks and results', async () => {
        const { find, answer, shownCheck } = setup('Background_Check__c');
        const newer = { Id: 'a00000000000002AAA', Name: 'BC-000002' };

        await answer(newer, { Id: LEAD_ID, Status__c: 'In Progress', Checkr_Report_Id__c: 'report-1' });

        expect(shownCheck()?.number).toBe('BC-000001');
        expect(find('c-background-check-history')).toBeNull();
        expect(find('.request')).toBeNull();
        expect(find('.why-not-now')).toBeNull();
        expect(find('.toggle-results')).toBeNull();
    });

    it('on the page of a check asks for the other checks of its person, which may take its pass away', async () => {
        setup('Background_Check__c');
        await settle();
        expect(graphql.getLastConfig()?.variables).toBeUndefined();

        const fields = { Lead__c: { value: '00Q000000000002AAA' }, Contact__c: { value: null } };
        getRecord.emit({ id: LEAD_ID, apiName: 'Background_Check__c', fields });
        await settle();

        expect(graphql.getLastConfig()?.variables).toEqual({ ids: [LEAD_ID, '00Q000000000002AAA'] });
    });

    it('on the page of a check asks for that check alone where its person cannot be read', async () => {
        setup('Background_Check__c');

        getRecord.error({ message: 'No.' });
        await settle();

        expect(graphql.getLastConfig()?.variables).toEqual({ ids: [LEAD_ID] });
    });

    it('is accessible, empty, with checks and with an error', async () => {
        const { element, answer } = setup();
        jest.useRealTimers();
        await answer();
        expect(await axeViolations(element)).toEqual([]);
        await answer({ Name: 'BC-000002' }, { Name: 'BC-000001', Status__c: 'Canceled' });
        expect(await axeViolations(element)).toEqual([]);
        graphql.emitErrors([{ message: 'No.' }]);
        await settle();
        expect(await axeViolations(element)).toEqual([]);
    });
});
