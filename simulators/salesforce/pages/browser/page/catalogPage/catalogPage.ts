import { LightningElement, api } from 'lwc';
import { formErrors } from 'page/fields';
import { askPage } from 'page/http';

interface Entry {
  id: string;
  name: string;
  description: string;
  folder: string;
  href: string;
}

/** The reports, or the dashboards, in the folders the user may see. */
export default class CatalogPage extends LightningElement {
  /** `Report` or `Dashboard`. */
  @api type = 'Report';
  entries?: Entry[];
  problem?: string;

  async connectedCallback(): Promise<void> {
    try {
      const found = await askPage<Entry[]>('GET', `/lightning/${this.type.toLowerCase()}s`);
      this.entries = found.map((entry) => ({ ...entry, href: `/lightning/r/${this.type}/${entry.id}/view` }));
    } catch (error) {
      this.problem = formErrors(error).record.join(' ');
    }
  }

  get title(): string {
    return `${this.type}s`;
  }

  get nameLabel(): string {
    return `${this.type} Name`;
  }

  get summary(): string {
    const count = this.entries?.length ?? 0;
    return count === 1 ? '1 item' : `${count} items`;
  }

  get isEmpty(): boolean {
    return this.entries?.length === 0;
  }

  get emptyText(): string {
    return `No ${this.type.toLowerCase()}s are shared with you.`;
  }
}
