/** The parts of lightning-base-components the page's own modules use. */
declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';

  export default class LightningModal extends LightningElement {
    static open(options: { label: string; size?: string } & Record<string, unknown>): Promise<unknown>;
    close(result?: unknown): void;
  }
}
