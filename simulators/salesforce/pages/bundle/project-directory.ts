import { resolve } from 'node:path';

/** The checkout: node_modules and `.cache/` stand in it. */
export const projectDirectory: string = resolve(import.meta.dirname, '../../../..');
