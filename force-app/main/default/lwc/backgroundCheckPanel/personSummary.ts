/** So often the record is asked for again: a customer's own rule may keep the org from copying the status at all. */
const MOST_LOOKS = 5;

/** Follows the status that the org copies from the newest check to the person, a moment after the check has it. */
export interface PersonSummary {
    /** The copy as the page has it; undefined where the user may not see it. */
    has(status: string | null | undefined): void;
    /** The newest check has this status: tells the page to read the person again while the copy is another. */
    expect(status: string): void;
    /** True while another look is worth it. */
    isBehind(): boolean;
}

/** @param readAgain has the page read the person's record again. */
export function createPersonSummary(readAgain: () => unknown): PersonSummary {
    let copied: string | null | undefined;
    let expected: string | undefined;
    let looks = 0;
    const isBehind = (): boolean => looks > 0 && copied !== undefined && copied !== expected;
    return {
        has: (status) => {
            copied = status;
        },
        expect: (status) => {
            if (status !== expected) looks = MOST_LOOKS;
            expected = status;
            if (!isBehind()) return;
            looks -= 1;
            readAgain();
        },
        isBehind,
    };
}
