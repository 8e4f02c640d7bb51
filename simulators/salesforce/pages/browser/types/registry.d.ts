/** Written by the bundler: the deployed components that may stand on a page. */
declare module 'page/registry' {
  import type { LightningElement } from 'lwc';

  export const registry: Record<string, typeof LightningElement | undefined>;
}

declare module '@lwc/synthetic-shadow';
