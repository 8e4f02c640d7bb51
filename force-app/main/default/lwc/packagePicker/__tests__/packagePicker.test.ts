import PackagePicker, { type Choice } from 'c/packagePicker';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { answerPackages, BASIC, DRUGS, PRO, type PackageValues } from '../../../../../test/package-answers';
import { graphql, settle } from '../../../../../test/wires';

type Offer = Element & { options: unknown };

async function setup(packages?: PackageValues[]) {
    const element = createElement<PackagePicker>('c-package-picker', { is: PackagePicker });
    const told: Choice[] = [];
    element.addEventListener('choose', (event) => told.push((event as CustomEvent<Choice>).detail));
    document.body.appendChild(element);
    await settle();
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    const change = async (selector: string, value: string | string[]) => {
        find(selector)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
        await settle();
    };
    if (packages) answerPackages(packages);
    await settle();
    return {
        element,
        find,
        last: () => told.at(-1),
        screenings: () =>
            [...(element.shadowRoot?.querySelectorAll('.screenings li') ?? [])].map(({ textContent }) => textContent),
        choose: (id: string) => change('lightning-combobox', id),
        add: (ids: string[]) => change('.add-ons', ids),
    };
}

describe('c-package-picker', () => {
    afterEach(() => document.body.replaceChildren());

    it('says that packages are being read, and nothing else', async () => {
        const { find, last } = await setup();

        expect(find('lightning-spinner')).not.toBeNull();
        expect(find('lightning-combobox')).toBeNull();
        expect(last()).toBeUndefined();
    });

    it('offers the active packages, but no add-on alone', async () => {
        const { find, last } = await setup([BASIC, DRUGS, PRO]);

        expect(find<Offer>('lightning-combobox')?.options).toEqual([
            { label: 'Basic', value: BASIC.Id },
            { label: 'Pro', value: PRO.Id },
        ]);
        expect(last()?.isComplete).toBe(false);
    });

    it('shows price and screenings of the package that is chosen', async () => {
        const { find, screenings, choose, last } = await setup([BASIC, PRO]);

        await choose(BASIC.Id);

        expect(find('.price')?.textContent).toBe('c.BackgroundCheck_Price: USD\u00a029.99');
        expect(screenings()).toEqual(['SSN trace', 'Sex offender search']);
        expect(last()).toEqual({ isComplete: true, packageId: BASIC.Id, addOns: '', price: 'USD\u00a029.99' });
    });

    it('takes the only package there is', async () => {
        expect((await setup([BASIC])).last()).toMatchObject({ isComplete: true, packageId: BASIC.Id });
    });

    it('offers add-ons beside the package, with the price of all together', async () => {
        const { find, choose, add, last } = await setup([BASIC, DRUGS, PRO]);
        expect(find('.add-ons')).toBeNull();
        await choose(BASIC.Id);
        expect(find<Offer>('.add-ons')?.options).toEqual([
            { label: 'Drug screening (USD\u00a010.50)', value: DRUGS.Id },
        ]);

        await add([DRUGS.Id]);

        expect(find('.total')?.textContent).toBe('c.BackgroundCheck_EstimatedPrice: USD\u00a040.49');
        expect(last()).toMatchObject({ addOns: 'drug_screening', price: 'USD\u00a040.49' });
    });

    it.each([
        ['has no price', { ...DRUGS, Price: null }],
        ['has another currency', { ...DRUGS, currency: 'EUR' }],
    ])('names no total when an add-on %s', async (_name, addOn) => {
        const { find, add, last } = await setup([BASIC, addOn]);

        await add([addOn.Id]);

        expect(find('.total')).toBeNull();
        expect(last()).toMatchObject({ addOns: 'drug_screening', price: undefined });
    });

    it.each([
        ['usd', 29.99, 'USD\u00a029.99'],
        ['JPY', 3000, 'JPY\u00a03,000'],
        ['XYZ', 5, 'XYZ\u00a05.00'],
        ['US$', 5, '5 US$'],
        ['', 1_234_567.5, '1,234,567.5'],
        ['USD', 0, 'USD\u00a00.00'],
    ])('shows a price whatever currency the package has: %p', async (currency, Price, words) => {
        const { find } = await setup([{ ...BASIC, currency, Price }]);

        expect(find('.price')?.textContent).toBe(`c.BackgroundCheck_Price: ${words}`);
    });

    it('leaves the package to the connection when none is set up, and says so', async () => {
        const { find, last } = await setup([]);

        expect(find('.no-packages')).not.toBeNull();
        expect(last()).toMatchObject({ isComplete: true, packageId: undefined });
    });

    it('says when the packages cannot be read, and lets nothing be requested', async () => {
        const { find, last } = await setup();

        graphql.emitErrors([{ message: 'You do not have access.' }]);
        await settle();

        expect(find('.error')?.textContent).toContain('You do not have access.');
        expect(find('lightning-spinner')).toBeNull();
        expect(last()).toBeUndefined();
    });

    it('is accessible', async () => {
        const { element, choose } = await setup([BASIC, DRUGS]);
        await choose(BASIC.Id);

        expect(await axeViolations(element)).toEqual([]);
    });
});
