import { LightningElement, api } from 'lwc';
import type { FieldInfo, RecordRow } from 'page/fields';

/** Records as a table, each with a link to its page. */
export default class RecordTable extends LightningElement {
  @api label = '';
  /** Heading of the first column. */
  @api nameLabel = 'Name';
  @api columns: FieldInfo[] = [];
  @api rows: RecordRow[] = [];

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }
}
