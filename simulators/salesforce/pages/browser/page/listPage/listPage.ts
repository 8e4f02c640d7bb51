import { LightningElement, api } from 'lwc';
import {
  formErrors,
  listColumns,
  loadObjectInfo,
  loadRows,
  type FieldInfo,
  type ObjectInfo,
  type RecordRow,
} from 'page/fields';

/** The records of one object the user may see, newest first. */
export default class ListPage extends LightningElement {
  @api objectApiName?: string;
  info?: ObjectInfo;
  rows: RecordRow[] = [];
  total = 0;
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

  get newHref(): string | undefined {
    return this.info?.createable ? `/lightning/o/${this.objectApiName}/new` : undefined;
  }
}
