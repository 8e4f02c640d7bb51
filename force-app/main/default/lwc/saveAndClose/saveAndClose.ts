import { refusalOf, type RefusalWords } from 'c/ldsErrors';

/** A LightningModal, as far as saving from it goes. */
interface Dialog {
    errors: string[];
    isSaving: boolean;
    /** Closing is refused by the platform while it is set. */
    disableClose: boolean;
    close(result?: unknown): void;
}

/**
 * Saves while the dialog cannot be closed, then closes it with what saving gave. A refusal is said in the dialog, which stays
 * open. Nothing is saved twice at once.
 */
export async function saveAndClose(dialog: Dialog, save: () => Promise<unknown>, words: RefusalWords): Promise<void> {
    if (dialog.isSaving) return;
    const setSaving = (isSaving: boolean) => Object.assign(dialog, { isSaving, disableClose: isSaving });
    dialog.errors = [];
    setSaving(true);
    try {
        const result = await save();
        setSaving(false);
        dialog.close(result);
    } catch (error) {
        setSaving(false);
        dialog.errors = refusalOf(error, words);
    }
}
