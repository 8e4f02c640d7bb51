import { LightningElement, api } from 'lwc';
import { RECORD_WRITTEN } from 'lightning/uiRecordApi';
import { loadObjectInfo, loadRows, relatedColumns, type FieldInfo, type ObjectInfo, type RecordRow } from 'page/fields';

/** Records of one object whose lookup points at the record of the page, read again after each write on the page. */
export default class RelatedList extends LightningElement {
  @api recordId?: string;
  @api objectApiName?: string;
  /** The lookup that points at the record. */
  @api fieldName?: string;
  info?: ObjectInfo;
  rows: RecordRow[] = [];

  private readonly reload = (): void => void this.load();

  connectedCallback(): void {
    window.addEventListener(RECORD_WRITTEN, this.reload);
    this.reload();
  }

  disconnectedCallback(): void {
    window.removeEventListener(RECORD_WRITTEN, this.reload);
  }

  get title(): string {
    return `${this.info?.labelPlural} (${this.rows.length})`;
  }

  get nameLabel(): string {
    return this.info?.fields['Name']?.label ?? 'Name';
  }

  get columns(): FieldInfo[] {
    return this.info ? relatedColumns(this.info, this.fieldName ?? '') : [];
  }

  private async load(): Promise<void> {
    const info = this.info ?? (await loadObjectInfo(this.objectApiName ?? ''));
    const parent = { field: this.fieldName ?? '', id: this.recordId ?? '' };
    this.rows = (await loadRows(info.apiName, relatedColumns(info, parent.field), parent)).rows;
    this.info = info;
  }
}
