import DialogFrame from 'c/dialogFrame';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';

type Button = HTMLElement & { label: string; variant: string; disabled: boolean };

function setup(state: Record<string, unknown> = {}) {
    const element = createElement<DialogFrame>('c-dialog-frame', { is: DialogFrame });
    Object.assign(element, { label: 'Upgrade Check', cancelLabel: 'Cancel', confirmLabel: 'Upgrade', ...state });
    const heard: string[] = [];
    for (const name of ['cancel', 'confirm']) element.addEventListener(name, () => heard.push(name));
    document.body.appendChild(element);
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    const buttons = () => ({ cancel: find<Button>('.cancel'), confirm: find<Button>('.confirm') });
    return { element, heard, find, buttons };
}

describe('c-dialog-frame', () => {
    afterEach(() => document.body.replaceChildren());

    it('has a title, and buttons named after what they do', () => {
        const { find, buttons } = setup({ confirmVariant: 'destructive' });

        expect(find<Element & { label: string }>('lightning-modal-header')?.label).toBe('Upgrade Check');
        expect(buttons().cancel?.label).toBe('Cancel');
        expect(buttons().confirm).toMatchObject({ label: 'Upgrade', variant: 'destructive', disabled: false });
    });

    it.each(['cancel', 'confirm'] as const)('says when %s was clicked', (name) => {
        const { heard, buttons } = setup();

        buttons()[name]?.click();

        expect(heard).toEqual([name]);
    });

    it('can be canceled, but not confirmed, while something is missing', () => {
        const { cancel, confirm } = setup({ isConfirmDisabled: true }).buttons();

        expect([cancel?.disabled, confirm?.disabled]).toEqual([false, true]);
    });

    it('can be neither while it saves, and says so', () => {
        const { find, buttons } = setup({ isSaving: true, savingLabel: 'Saving' });

        expect([buttons().cancel?.disabled, buttons().confirm?.disabled]).toEqual([true, true]);
        expect(find<Element & { alternativeText: string }>('lightning-spinner')?.alternativeText).toBe('Saving');
    });

    it('shows what was refused', () => {
        expect(setup({ errors: ['It is too late.'] }).find('[role="alert"]')?.textContent).toBe('It is too late.');
    });

    it('is accessible', async () => {
        expect(await axeViolations(setup({ errors: ['It is too late.'] }).element)).toEqual([]);
    });
});
