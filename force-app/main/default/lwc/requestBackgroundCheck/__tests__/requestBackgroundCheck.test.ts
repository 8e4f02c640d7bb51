import RequestBackgroundCheck from 'c/requestBackgroundCheck';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { checksAnswer, PASS } from '../../../../../test/check-answers';
import { answerPackages, BASIC, DRUGS, PRO, type PackageValues } from '../../../../../test/package-answers';
import { createRecord, getRecord, graphql, settle } from '../../../../../test/wires';

jest.mock('@salesforce/label/c.BackgroundCheck_InvitationGoesTo', () => ({ default: '{0} at {1}' }), { virtual: true });

const PERSON_ID = '003000000000001AAA';
type Variables = Record<string, unknown> | undefined;

/** Gives an answer to one of the three queries: the one whose variables fit. */
function answer(data: unknown, isAsked: (variables: Variables) => boolean): void {
    graphql.emit(data, ({ variables }) => isAsked(variables as Variables));
}

async function setup(
    options: {
        personObject?: string;
        email?: string | null | undefined;
        packages?: PackageValues[];
        person?: Record<string, string | null>;
        checks?: Record<string, unknown>[];
        sameEmail?: Record<string, unknown>[];
    } = {},
) {
    const { personObject = 'Contact', packages = [BASIC, PRO], person = {}, checks = [], sameEmail = [] } = options;
    const email = 'email' in options ? options.email : 'ada@example.org';
    const element = createElement<RequestBackgroundCheck>('c-request-background-check', { is: RequestBackgroundCheck });
    Object.assign(element, { personId: PERSON_ID, personObject });
    const closed: unknown[] = [];
    element.addEventListener('close', (event) => closed.push((event as CustomEvent<unknown>).detail));
    document.body.appendChild(element);
    const values = { ...person, ...(email === undefined ? {} : { Email: email }) };
    const fields = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
    getRecord.emit({ id: PERSON_ID, apiName: personObject, fields });
    await settle();
    answerPackages(packages);
    answer(checksAnswer(...checks), (variables) => variables !== undefined && 'ids' in variables);
    answer(checksAnswer(...sameEmail), (variables) => variables !== undefined && 'email' in variables);
    await settle();
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    return {
        element,
        find,
        closed,
        choose: async (value: string) => {
            find('lightning-combobox')?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
            await settle();
        },
        confirm: async () => {
            find<HTMLButtonElement>('.confirm')?.click();
            await settle();
        },
        unread: () => find<Element & { errors: string[] }>('.unread')?.errors,
        warnings: [...(element.shadowRoot?.querySelectorAll('.warning') ?? [])].map(({ textContent }) => textContent),
        isConfirmDisabled: () => find<HTMLButtonElement>('.confirm')?.disabled,
    };
}

describe('c-request-background-check', () => {
    it('names the person and the address the invitation goes to', async () => {
        const { find } = await setup({ person: { Name: 'Ada Sample' } });

        expect(find('.recipient')?.textContent).toBe('Ada Sample at ada@example.org');
    });

    beforeEach(() => createRecord.mockReset().mockResolvedValue({ id: 'a00000000000001AAA' }));

    afterEach(() => document.body.replaceChildren());

    it.each([
        ['Lead', 'Lead__c'],
        ['Contact', 'Contact__c'],
    ])('requests the check of a %s', async (personObject, lookup) => {
        const { closed, choose, confirm } = await setup({ personObject });
        await choose(PRO.Id);

        await confirm();

        expect(createRecord).toHaveBeenCalledWith({
            apiName: 'Background_Check__c',
            fields: { [lookup]: PERSON_ID, Package__c: PRO.Id, Source__c: 'Button' },
        });
        expect(closed).toEqual(['a00000000000001AAA']);
    });

    it('asks for a package first, when there is a choice', async () => {
        const { isConfirmDisabled, choose } = await setup();

        expect(isConfirmDisabled()).toBe(true);
        await choose(BASIC.Id);
        expect(isConfirmDisabled()).toBe(false);
    });

    it('takes the only package there is', async () => {
        const { confirm } = await setup({ packages: [BASIC] });

        await confirm();

        expect(createRecord.mock.calls[0]?.[0].fields.Package__c).toBe(BASIC.Id);
    });

    it('leaves the package to the connection when none is set up, and says so', async () => {
        const { find, confirm } = await setup({ packages: [] });
        expect(find('.no-packages')).not.toBeNull();

        await confirm();

        expect(createRecord.mock.calls[0]?.[0].fields.Package__c).toBeNull();
    });

    it.each([null, ''])('requests nothing without an e-mail address, and says why: %p', async (email) => {
        const { find, confirm, isConfirmDisabled } = await setup({ email, packages: [BASIC] });

        expect(find('.no-email')?.textContent).toBe('c.BackgroundCheck_NoEmail');
        expect(isConfirmDisabled()).toBe(true);
        await confirm();
        expect(createRecord).not.toHaveBeenCalled();
    });

    it('does not call an address missing that the user may not see', async () => {
        const { find, isConfirmDisabled } = await setup({ email: undefined, packages: [BASIC] });

        expect(find('.no-email')).toBeNull();
        expect(isConfirmDisabled()).toBe(false);
    });

    it('stays open with the words of the org when the request is refused', async () => {
        createRecord.mockRejectedValue({
            body: { message: 'General.', output: { errors: [{ message: 'One is open.' }], fieldErrors: {} } },
        });
        const { find, closed, confirm, isConfirmDisabled } = await setup({ packages: [BASIC] });

        await confirm();

        expect(find('.error')?.textContent).toBe('One is open.');
        expect(closed).toEqual([]);
        expect(isConfirmDisabled()).toBe(false);
    });

    it('finds words of its own when a refusal has none', async () => {
        createRecord.mockRejectedValue({});
        const { find, confirm } = await setup({ packages: [BASIC] });

        await confirm();

        expect(find('.error')?.textContent).toBe('c.BackgroundCheck_RequestFailed');
    });

    it('requests only once while a request is under way', async () => {
        createRecord.mockReturnValue(new Promise(() => undefined));
        const { find, confirm } = await setup({ packages: [BASIC] });

        await confirm();
        await confirm();

        expect(find('lightning-spinner')).not.toBeNull();
        expect(createRecord).toHaveBeenCalledTimes(1);
    });

    it('says when the packages cannot be read', async () => {
        const { find } = await setup();

        graphql.emitErrors([{ message: 'You do not have access.' }]);
        await settle();

        expect(find('.error')?.textContent).toContain('You do not have access.');
    });

    it('says that the person cannot be read, and requests nothing then', async () => {
        const { unread, isConfirmDisabled } = await setup({ packages: [BASIC] });

        getRecord.error({ message: 'You do not have access to this Lead.' });
        await settle();

        expect(unread()).toEqual(['c.BackgroundCheck_PersonUnread', 'You do not have access to this Lead.']);
        expect(isConfirmDisabled()).toBe(true);
    });

    it.each([
        ['ids', 'c.BackgroundCheck_ChecksUnread'],
        ['email', 'c.BackgroundCheck_EmailUnread'],
    ])(
        'says which warning is missing when the checks cannot be read by %s, and forbids nothing',
        async (name, words) => {
            const { unread, isConfirmDisabled } = await setup({ packages: [BASIC], checks: [PASS] });
            expect(unread()).toEqual([]);

            graphql.emitErrors([{ message: 'No.' }], ({ variables }) => name in ((variables ?? {}) as object));
            await settle();

            expect(unread()).toEqual([words, 'No.']);
            expect(isConfirmDisabled()).toBe(false);
        },
    );

    it('closes with nothing when canceled', async () => {
        const { find, closed } = await setup();

        find<HTMLButtonElement>('.cancel')?.click();

        expect(closed).toEqual([null]);
        expect(createRecord).not.toHaveBeenCalled();
    });

    it.each([
        ['the state is missing', { person: { MailingState: null, MailingCountry: 'US' } }, 'NoPlace'],
        ['the country is missing', { person: { MailingState: 'IL', MailingCountry: '' } }, 'NoPlace'],
        ['the person is under age', { person: { Birthdate: '2999-01-01' } }, 'UnderAge'],
        ['a check is running', { checks: [{ Status__c: 'Invited' }] }, 'Running'],
        ['a check is still valid', { checks: [PASS] }, 'ValidNoEnd'],
        [
            'somebody else with the address has a check',
            { sameEmail: [{ Lead__c: '00Q000000000009AAA' }] },
            'SharedEmail',
        ],
    ])('warns before anything is paid for, when %s, and forbids nothing', async (_name, preflight, label) => {
        const { warnings, isConfirmDisabled } = await setup({ packages: [BASIC], ...preflight });

        expect(warnings).toHaveLength(1);
        expect(warnings[0]).toContain(`c.BackgroundCheck_Warn${label}`);
        expect(isConfirmDisabled()).toBe(false);
    });

    it('says what is saved when a check is still valid', async () => {
        const valid = { ...PASS, Valid_Until__c: '2999-01-01' };

        const { warnings } = await setup({ packages: [BASIC], checks: [valid] });

        expect(warnings).toEqual(['c.BackgroundCheck_WarnValid c.BackgroundCheck_WarnSaved']);
    });

    it.each([
        ['everything is in order', { person: { MailingState: 'IL', MailingCountry: 'US', Birthdate: '1990-01-01' } }],
        ['the user may not see the fields', { person: {} }],
        ['the other check is of the same person', { sameEmail: [{ Contact__c: PERSON_ID }] }],
    ])('warns of nothing when %s', async (_name, preflight) => {
        const { warnings } = await setup({ packages: [BASIC], ...preflight });

        expect(warnings).toEqual([]);
    });

    it('requests add-ons with the package', async () => {
        const { find, choose, confirm } = await setup({ packages: [BASIC, DRUGS, PRO] });
        await choose(BASIC.Id);
        find('.add-ons')?.dispatchEvent(new CustomEvent('change', { detail: { value: [DRUGS.Id] } }));
        await settle();

        await confirm();

        expect(createRecord.mock.calls[0]?.[0].fields).toMatchObject({
            Package__c: BASIC.Id,
            Add_Ons__c: 'drug_screening',
        });
    });

    it('is accessible', async () => {
        const { element, choose } = await setup({ packages: [BASIC, DRUGS], person: { MailingState: null } });
        await choose(BASIC.Id);

        expect(await axeViolations(element)).toEqual([]);
    });
});
