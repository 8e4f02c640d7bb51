import { LightningElement, api } from 'lwc';
import type { FieldRepresentation, RecordRepresentation } from 'lightning/uiRecordApi';
import type { FieldInfo } from 'page/fields';

const MOMENTS: Record<string, string | undefined> = {
  CreatedById: 'CreatedDate',
  LastModifiedById: 'LastModifiedDate',
};

/** One value, shown by its type. */
export default class FieldValue extends LightningElement {
  @api field?: FieldInfo;
  @api record?: RecordRepresentation;

  get value(): FieldRepresentation['value'] {
    return this.record?.fields[this.field?.apiName ?? '']?.value ?? null;
  }

  get text(): string {
    const cell = this.record?.fields[this.field?.apiName ?? ''];
    return String(cell?.displayValue ?? cell?.value ?? '');
  }

  get label(): string {
    return this.field?.label ?? '';
  }

  get isCheckbox(): boolean {
    return this.field?.dataType === 'Boolean';
  }

  get isEmpty(): boolean {
    return this.value === null || this.value === '';
  }

  get isDateTime(): boolean {
    return this.field?.dataType === 'DateTime';
  }

  get isEmail(): boolean {
    return this.field?.dataType === 'Email';
  }

  get isPhone(): boolean {
    return this.field?.dataType === 'Phone';
  }

  get isUrl(): boolean {
    return this.field?.dataType === 'Url';
  }

  get isReference(): boolean {
    return this.field?.dataType === 'Reference';
  }

  /** When, for the fields that say who created or changed the record. */
  get moment(): FieldRepresentation['value'] {
    const name = MOMENTS[this.field?.apiName ?? ''];
    return name ? (this.record?.fields[name]?.value ?? null) : null;
  }

  get parentName(): string {
    const parent = this.record?.fields[this.field?.relationshipName ?? '']?.value as
      RecordRepresentation | null | undefined;
    return String(parent?.fields['Name']?.value ?? this.value);
  }

  /** Users have no page here. */
  get parentHref(): string | undefined {
    const parent = this.record?.fields[this.field?.relationshipName ?? '']?.value as
      RecordRepresentation | null | undefined;
    return parent && parent.apiName !== 'User' ? `/lightning/r/${parent.apiName}/${this.value}/view` : undefined;
  }
}
