import { LightningElement, api } from 'lwc';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { formErrors, loadObjectFacts, type ObjectFacts } from 'page/fields';

/** The form for a new record. */
export default class NewPage extends LightningElement {
  @api objectApiName?: string;
  facts?: ObjectFacts;
  problem?: string;

  async connectedCallback(): Promise<void> {
    try {
      this.facts = await loadObjectFacts(this.objectApiName ?? '');
    } catch (error) {
      this.problem = formErrors(error).record.join(' ');
    }
  }

  get title(): string {
    return `New ${this.facts?.info.label ?? ''}`;
  }

  handleSaved(event: CustomEvent<RecordRepresentation>): void {
    window.location.assign(`/lightning/r/${this.objectApiName}/${event.detail.id}/view`);
  }

  handleCancel(): void {
    window.location.assign(`/lightning/o/${this.objectApiName}/list`);
  }
}
