import { LightningElement, api } from 'lwc';
import {
  formErrors,
  listButtons,
  listColumns,
  loadObjectInfo,
  loadRows,
  type FieldInfo,
  type ObjectInfo,
  type RecordRow,
} from 'page/fields';

/** The records of one object the user may see, newest first, with the list's buttons. */
export default class ListPage extends LightningElement {
  @api objectApiName?: string;
  info?: ObjectInfo;
  rows: RecordRow[] = [];
  total = 0;
  selectedIds: string[] = [];
  problem?: string;

  async connectedCallback(): Promise<void> {
    try {
      const info = await loadObjectInfo(this.objectApiName ?? '');
      const { rows, total } = await loadRows(info.apiName, listColumns(info));
      this.rows = rows;
      this.total = total;
      this.info = info;
    } catch (error) {
      this.problem = formErrors(error).record.join(' ');
    }
  }

  get nameLabel(): string {
    return this.info?.fields['Name']?.label ?? 'Name';
  }

  get columns(): FieldInfo[] {
    return this.info ? listColumns(this.info) : [];
  }

  get summary(): string {
    return this.total === 1 ? '1 item' : `${this.total} items`;
  }

  get buttons(): { label: string; url: string; isDisabled: boolean }[] {
    const buttons = this.info ? listButtons(this.info) : [];
    return buttons.map(({ label, url, needsSelection }) => ({
      label,
      url,
      isDisabled: needsSelection && this.selectedIds.length === 0,
    }));
  }

  get hasButtons(): boolean {
    return this.buttons.length > 0;
  }

  handleSelect(event: CustomEvent<string[]>): void {
    this.selectedIds = event.detail;
  }

  handleButton({ currentTarget }: Event): void {
    const { url = '' } = (currentTarget as HTMLElement).dataset;
    const target = new URL(url, window.location.origin);
    target.searchParams.set('ids', this.selectedIds.join());
    window.location.assign(target);
  }

  get newHref(): string | undefined {
    return this.info?.createable ? `/lightning/o/${this.objectApiName}/new` : undefined;
  }
}
