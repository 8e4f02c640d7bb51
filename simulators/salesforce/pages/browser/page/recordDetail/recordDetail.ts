import { LightningElement, api } from 'lwc';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { detailSections, type DetailSection, type ObjectFacts } from 'page/fields';

/** The record's fields, to read or to edit; fires `editend` when editing is over. */
export default class RecordDetail extends LightningElement {
  @api facts?: ObjectFacts;
  @api record?: RecordRepresentation;
  @api isEditing = false;

  get sections(): DetailSection[] {
    return this.facts ? detailSections(this.facts.info) : [];
  }

  handleEnd(): void {
    this.dispatchEvent(new CustomEvent('editend'));
  }
}
