import UpgradeCheck from 'c/upgradeCheck';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { answerPackages, BASIC, DRUGS, PRO, type PackageValues } from '../../../../../test/package-answers';
import { graphql, settle, updateRecord } from '../../../../../test/wires';

const CHECK_ID = 'a00000000000001AAA';
const CHEAP: PackageValues = { Id: 'a01000000000004AAA', Name: 'Cheap', Price: 5, Screenings: '' };
const ABROAD: PackageValues = { ...CHEAP, Id: 'a01000000000005AAA', Name: 'Abroad', currency: 'EUR' };

async function setup(packages?: PackageValues[]) {
    const element = createElement<UpgradeCheck>('c-upgrade-check', { is: UpgradeCheck });
    Object.assign(element, { checkId: CHECK_ID, packageId: BASIC.Id });
    const closed: unknown[] = [];
    element.addEventListener('close', (event) => closed.push((event as CustomEvent<unknown>).detail));
    document.body.appendChild(element);
    await settle();
    if (packages) answerPackages(packages);
    await settle();
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    const click = async (selector: string) => {
        find<HTMLButtonElement>(selector)?.click();
        await settle();
    };
    return {
        element,
        find,
        closed,
        click,
        isConfirmDisabled: () => find<HTMLButtonElement>('.confirm')?.disabled,
        choose: async (value: string) => {
            find('lightning-combobox')?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
            await settle();
        },
    };
}

describe('c-upgrade-check', () => {
    beforeEach(() => updateRecord.mockReset().mockResolvedValue({}));

    afterEach(() => document.body.replaceChildren());

    it('offers other packages, but none that costs no more, and no add-ons', async () => {
        const { find, isConfirmDisabled } = await setup([BASIC, CHEAP, ABROAD, DRUGS, PRO]);

        const { options } = find<Element & { options: { label: string }[] }>('lightning-combobox') ?? { options: [] };
        expect(options.map(({ label }) => label)).toEqual(['Abroad', 'Pro']);
        expect(isConfirmDisabled()).toBe(true);
        expect(find('.add-ons')).toBeNull();
    });

    it('shows the price, then asks for the package and the action together', async () => {
        const { find, choose, click, closed } = await setup([BASIC, ABROAD, PRO]);
        await choose(PRO.Id);
        expect(find('.price')?.textContent).toBe('c.BackgroundCheck_Price: USD\u00a059.00');

        await click('.confirm');

        expect(updateRecord).toHaveBeenCalledWith({
            fields: { Id: CHECK_ID, Requested_Action__c: 'Upgrade', Upgrade_Package__c: PRO.Id },
        });
        expect(closed).toEqual([true]);
    });

    it('says that there is nothing higher, and asks for nothing', async () => {
        const { find, click, isConfirmDisabled } = await setup([BASIC, CHEAP]);

        expect(find('.no-packages')?.textContent).toBe('c.BackgroundCheck_NoUpgrades');
        expect(isConfirmDisabled()).toBe(true);
        await click('.confirm');
        expect(updateRecord).not.toHaveBeenCalled();
    });

    it('shows the words of the org when it refuses, and stays open', async () => {
        updateRecord.mockRejectedValue({ body: { message: 'You cannot change this check.' } });
        const { find, choose, click, closed } = await setup([BASIC, PRO]);
        await choose(PRO.Id);

        await click('.confirm');

        expect(find('.error')?.textContent).toBe('You cannot change this check.');
        expect(closed).toEqual([]);
    });

    it.each([
        ['a refusal has none', {}, 'c.BackgroundCheck_ActionFailed'],
        [
            'a colleague requested the check',
            { body: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'insufficient access rights' }] },
            'c.BackgroundCheck_NotYours',
        ],
    ])('finds words of its own when %s', async (_why, refusal, words) => {
        updateRecord.mockRejectedValue(refusal);
        const { find, choose, click } = await setup([BASIC, PRO]);
        await choose(PRO.Id);

        await click('.confirm');

        expect(find('.error')?.textContent).toBe(words);
    });

    it('says when the packages cannot be read', async () => {
        const { find, isConfirmDisabled } = await setup();

        graphql.emitErrors([{ message: 'You do not have access.' }]);
        await settle();

        expect(find('c-package-picker .error, .error')?.textContent).toContain('You do not have access.');
        expect(isConfirmDisabled()).toBe(true);
    });

    it('closes without a request when canceled', async () => {
        const { click, closed } = await setup([BASIC, PRO]);

        await click('.cancel');

        expect(closed).toHaveLength(1);
        expect(updateRecord).not.toHaveBeenCalled();
    });

    it('is accessible', async () => {
        const { element, choose } = await setup([BASIC, PRO]);
        await choose(PRO.Id);

        expect(await axeViolations(element)).toEqual([]);
    });
});
