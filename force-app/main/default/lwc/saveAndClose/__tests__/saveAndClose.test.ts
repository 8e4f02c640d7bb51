import { saveAndClose } from 'c/saveAndClose';

const WORDS = { failed: 'That could not be saved.', notAllowed: 'This check is not yours.' };

function setup() {
    const dialog = { errors: ['An older refusal.'], isSaving: false, disableClose: false, close: jest.fn() };
    return { dialog, save: jest.fn<Promise<unknown>, []>().mockResolvedValue('saved') };
}

describe('c-save-and-close', () => {
    it('closes the dialog with what saving gave, once that is possible again', async () => {
        const { dialog, save } = setup();
        dialog.close.mockImplementation(() => expect(dialog.disableClose).toBe(false));

        await saveAndClose(dialog, save, WORDS);

        expect(dialog.close).toHaveBeenCalledWith('saved');
        expect(dialog).toMatchObject({ errors: [], isSaving: false });
    });

    it('cannot be closed, nor saved once more, while it saves', async () => {
        const { dialog, save } = setup();
        const first = saveAndClose(dialog, save, WORDS);

        expect(dialog).toMatchObject({ isSaving: true, disableClose: true });
        await saveAndClose(dialog, save, WORDS);
        await first;

        expect(save).toHaveBeenCalledTimes(1);
        expect(dialog.close).toHaveBeenCalledTimes(1);
    });

    it('stays open with what was refused', async () => {
        const { dialog, save } = setup();
        save.mockRejectedValue({ body: { message: 'It is too late.' } });

        await saveAndClose(dialog, save, WORDS);

        expect(dialog).toMatchObject({ errors: ['It is too late.'], isSaving: false, disableClose: false });
        expect(dialog.close).not.toHaveBeenCalled();
    });
});
