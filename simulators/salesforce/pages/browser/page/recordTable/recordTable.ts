import { LightningElement, api } from 'lwc';
import type { RecordRow } from 'page/fields';

/** Records as a table, each with a link to its page; fires `select` with the ids whenever the selection changes. */
export default class RecordTable extends LightningElement {
  @api label = '';
  /** Heading of the first column. */
  @api nameLabel = 'Name';
  @api columns: { apiName: string; label: string }[] = [];
  @api rows: RecordRow[] = [];
  /** Puts a checkbox before each record. */
  @api isSelectable = false;

  private readonly selected = new Set<string>();

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  get choices(): (RecordRow & { selectLabel: string })[] {
    return this.rows.map((row) => ({ ...row, selectLabel: `Select ${row.name}` }));
  }

  handleSelect({ currentTarget }: Event): void {
    const { checked, value } = currentTarget as HTMLInputElement;
    if (checked) this.selected.add(value);
    else this.selected.delete(value);
    this.dispatchEvent(new CustomEvent('select', { detail: [...this.selected] }));
  }
}
