import { LightningElement, api } from 'lwc';
import { registry } from 'page/registry';
import type { PlacedComponent as Placed } from 'page/state';

/** A deployed component as the page builder placed it, with the record it stands on. */
export default class PlacedComponent extends LightningElement {
  @api placed?: Placed;
  @api recordId?: string;
  @api objectApiName?: string;

  get isRelatedLists(): boolean {
    return this.placed?.name === 'force:relatedListContainer';
  }

  get constructorOf(): typeof LightningElement | undefined {
    return registry[this.placed?.name ?? ''];
  }

  get properties(): Record<string, unknown> {
    // App pages are about no record: their components have no such properties.
    if (!this.recordId) return { ...this.placed?.properties };
    return { ...this.placed?.properties, recordId: this.recordId, objectApiName: this.objectApiName };
  }
}
