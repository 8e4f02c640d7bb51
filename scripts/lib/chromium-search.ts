/** The browser's program, or in one sentence why there is none and how to get one. */
export type ChromiumSearch = { file: string } | { missing: string };
