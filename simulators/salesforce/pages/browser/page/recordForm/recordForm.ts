import { LightningElement, api } from 'lwc';
import { createRecord, updateRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import { formErrors, formFields, type Choice, type FieldInfo, type FormErrors, type ObjectFacts } from 'page/fields';
import { callOrg } from 'page/http';

type Value = string | number | boolean | null;

interface FormField {
  field: FieldInfo;
  value: Value;
  choices: Choice[] | undefined;
  error: string | undefined;
}

const NO_ERRORS: FormErrors = { record: [], fields: {} };
const MOST_CHOICES = 200;

/** Edits a record, or a new one when `record` is not given; fires `saved` with the record, and `cancel`. */
export default class RecordForm extends LightningElement {
  @api facts?: ObjectFacts;
  @api record?: RecordRepresentation;
  draft: Record<string, Value> = {};
  errors = NO_ERRORS;
  isSaving = false;
  parents: Record<string, Choice[]> = {};
  private announced = NO_ERRORS;

  connectedCallback(): void {
    if (!this.record) this.draft = this.defaults();
    for (const field of this.fields) if (field.dataType === 'Reference') void this.loadParents(field);
  }

  get fields(): FieldInfo[] {
    return this.facts ? formFields(this.facts.info, !this.record) : [];
  }

  get rows(): FormField[] {
    return this.fields.map((field) => ({
      field,
      value: this.draft[field.apiName] ?? this.storedUnlessDrafted(field.apiName),
      choices: this.facts?.choices[field.apiName] ?? this.parents[field.apiName],
      error: this.errors.fields[field.apiName],
    }));
  }

  /** Errors of the record, and of fields that are not on the form. */
  get recordErrors(): string[] {
    const shown = new Set(this.fields.map(({ apiName }) => apiName));
    const hidden = Object.entries(this.errors.fields).filter(([name]) => !shown.has(name));
    return [...this.errors.record, ...hidden.map(([, message]) => message)];
  }

  /** Labels of the fields that are marked; the marks may be out of sight. */
  get markedFields(): string {
    const marked = this.fields.filter(({ apiName }) => this.errors.fields[apiName]);
    return marked.map(({ label }) => label).join(', ');
  }

  get hasErrors(): boolean {
    return this.errors !== NO_ERRORS;
  }

  renderedCallback(): void {
    if (this.errors === this.announced) return;
    this.announced = this.errors;
    this.template?.querySelector('.page-errors')?.scrollIntoView({ block: 'center' });
  }

  handleChange(event: CustomEvent<{ apiName: string; value: Value }>): void {
    const { apiName, value } = event.detail;
    this.draft = { ...this.draft, [apiName]: value };
    const { [apiName]: _mended, ...others } = this.errors.fields;
    if (_mended) this.announced = this.errors = { ...this.errors, fields: others };
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleSave(event: Event): Promise<void> {
    event.preventDefault();
    this.errors = NO_ERRORS;
    this.isSaving = true;
    try {
      this.dispatchEvent(new CustomEvent('saved', { detail: await this.save() }));
    } catch (error) {
      this.errors = formErrors(error);
    } finally {
      this.isSaving = false;
    }
  }

  /** Only of what stands on the form: what the user may not write is left to the org. */
  private defaults(): Record<string, Value> {
    const { defaults = {} } = this.facts ?? {};
    const names = this.fields.map(({ apiName }) => apiName).filter((name) => name in defaults);
    return Object.fromEntries(names.map((name) => [name, defaults[name] ?? null]));
  }

  private storedUnlessDrafted(apiName: string): Value {
    if (apiName in this.draft) return null;
    return (this.record?.fields[apiName]?.value as Value | undefined) ?? null;
  }

  private save(): Promise<RecordRepresentation> {
    if (this.record) return updateRecord({ fields: { Id: this.record.id, ...this.draft } });
    return createRecord({ apiName: this.facts?.info.apiName ?? '', fields: this.draft });
  }

  /** A lookup offers the records the user may see; the org's own lookup would search instead. */
  private async loadParents(field: FieldInfo): Promise<void> {
    const parent = field.referenceToInfos[0]?.apiName ?? '';
    const query = `{ uiapi { query { ${parent}(first: ${MOST_CHOICES}, orderBy: { CreatedDate: { order: DESC } }) { edges { node { Id Name { value } } } } } } }`;
    type Answer = {
      data: { uiapi: { query: Record<string, { edges: { node: { Id: string; Name: { value: string } } }[] }> } } | null;
    };
    const { data } = await callOrg<Answer>('POST', '/graphql', { query });
    const edges = data?.uiapi.query[parent]?.edges ?? [];
    const choices = edges.map(({ node }) => ({ label: node.Name.value, value: node.Id }));
    this.parents = { ...this.parents, [field.apiName]: choices };
  }
}
