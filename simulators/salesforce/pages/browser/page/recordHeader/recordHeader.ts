import { LightningElement, api } from 'lwc';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import ConvertLead from 'page/convertLead';
import { highlights, type FieldInfo, type ObjectFacts } from 'page/fields';

const ICONS: Record<string, string> = {
  Lead: 'standard:lead',
  Contact: 'standard:contact',
  Account: 'standard:account',
};

/** Name of the record, a few fields, and the buttons Edit and, for a Lead, Convert; fires `edit`. */
export default class RecordHeader extends LightningElement {
  @api facts?: ObjectFacts;
  @api record?: RecordRepresentation;
  @api isEditing = false;

  get objectLabel(): string {
    return this.facts?.info.label ?? '';
  }

  get iconName(): string {
    return ICONS[this.facts?.info.apiName ?? ''] ?? 'standard:record';
  }

  get name(): string {
    return String(this.record?.fields['Name']?.value ?? this.record?.id ?? '');
  }

  get canEdit(): boolean {
    return !this.isEditing && (this.facts?.info.updateable ?? false);
  }

  get canConvert(): boolean {
    return this.facts?.info.apiName === 'Lead' && this.record?.fields['IsConverted']?.value === false;
  }

  get highlights(): FieldInfo[] {
    return this.facts ? highlights(this.facts.info) : [];
  }

  async handleConvert(): Promise<void> {
    const company = this.record?.fields['Company']?.value;
    const dialog = { label: 'Convert Lead', size: 'small', leadId: this.record?.id, name: this.name, company };
    const contactId = (await ConvertLead.open(dialog)) as string | undefined;
    if (contactId) window.location.assign(`/lightning/r/Contact/${contactId}/view`);
  }

  handleEdit(): void {
    this.dispatchEvent(new CustomEvent('edit'));
  }
}
