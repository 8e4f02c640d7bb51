import { LightningElement, api } from 'lwc';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { highlights, type FieldInfo, type ObjectFacts } from 'page/fields';

const ICONS: Record<string, string> = {
  Lead: 'standard:lead',
  Contact: 'standard:contact',
  Account: 'standard:account',
};

/** Name of the record, a few fields, and the Edit button; fires `edit`. */
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

  get highlights(): FieldInfo[] {
    return this.facts ? highlights(this.facts.info) : [];
  }

  handleEdit(): void {
    this.dispatchEvent(new CustomEvent('edit'));
  }
}
