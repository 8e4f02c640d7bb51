import { LightningElement, api } from 'lwc';
import type { Choice, FieldInfo } from 'page/fields';

type Value = string | number | boolean | null;
interface Validatable extends Element {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

const INPUT_TYPES: Record<string, string> = {
  Boolean: 'checkbox',
  Date: 'date',
  DateTime: 'datetime',
  Double: 'number',
  Int: 'number',
  Currency: 'number',
  Email: 'email',
  Phone: 'tel',
  Url: 'url',
};

/** An input for one field; fires `fieldchange` with `{ apiName, value }`, an empty input giving null. */
export default class FieldInput extends LightningElement {
  @api field?: FieldInfo;
  @api value: Value = null;
  @api choices?: Choice[];
  /** What the org has against the value. */
  @api error?: string;

  private shownError?: string | undefined;

  renderedCallback(): void {
    const input = this.template?.querySelector<Validatable>('.page-input');
    input?.setCustomValidity(this.error ?? '');
    // Also once the error is gone: a message that went away only on blur would move Save from under the mouse.
    if (this.error || this.shownError) input?.reportValidity();
    this.shownError = this.error;
  }

  get isCheckbox(): boolean {
    return this.field?.dataType === 'Boolean';
  }

  get isChoice(): boolean {
    return this.field?.dataType === 'Picklist' || this.field?.dataType === 'Reference';
  }

  get isText(): boolean {
    return this.field?.dataType === 'TextArea';
  }

  get type(): string {
    return INPUT_TYPES[this.field?.dataType ?? ''] ?? 'text';
  }

  get step(): string | undefined {
    return this.type === 'number' ? String(10 ** -(this.field?.scale ?? 0)) : undefined;
  }

  get maxLength(): number | undefined {
    return this.type === 'text' && this.field?.length ? this.field.length : undefined;
  }

  get options(): Choice[] {
    return [{ label: '--None--', value: '' }, ...(this.choices ?? [])];
  }

  get text(): string {
    return this.value === null ? '' : String(this.value);
  }

  handleChange(event: CustomEvent<{ value?: string; checked?: boolean }>): void {
    event.stopPropagation();
    const apiName = this.field?.apiName;
    const value = this.isCheckbox ? event.detail.checked : this.parsed(event.detail.value ?? '');
    this.dispatchEvent(new CustomEvent('fieldchange', { detail: { apiName, value } }));
  }

  private parsed(text: string): Value {
    if (text === '') return null;
    return this.type === 'number' ? Number(text) : text;
  }
}
