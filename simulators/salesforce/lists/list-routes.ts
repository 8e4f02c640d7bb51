import { Hono, type Context } from 'hono';
import { ApiError } from '../database/api-error.ts';
import type { RunningUser } from '../model.ts';
import type { SimulatedOrg } from '../org.ts';
import { cellOf, type TableCell } from '../tables/table-cell.ts';
import { tableRows } from '../tables/table-rows.ts';
import { chosenView, listViewsFor } from './list-views.ts';

interface ListRoutesOptions {
  org: SimulatedOrg;
  /** Whose session the request carries; undefined when there is none. */
  userOf(c: Context): RunningUser | undefined;
}

/** A list view as one user sees it; the counterpart is in `pages/browser/page/listPage`. */
interface ShownList {
  views: { name: string; label: string }[];
  name: string;
  filters: string[];
  nameLabel: string;
  columns: { apiName: string; label: string }[];
  rows: { id: string; name: string; cells: TableCell[] }[];
  /** How many there are; shown are at most 2,000, as in Lightning Experience. */
  total: number;
}

const MOST_ROWS = 2000;

/** What the page of an object's records asks for: its list views, and one of them with the rights of the user. */
export function listRoutes({ org, userOf }: ListRoutesOptions): Hono {
  return new Hono()
    .get('/lightning/lists/:object', (c) => {
      const user = userOf(c);
      if (!user) return c.json({ message: 'Log in first' }, 401);
      return c.json(shownList(org, user, { object: c.req.param('object'), view: c.req.query('filterName') }));
    })
    .onError((error, c) => {
      if (!(error instanceof ApiError)) throw error;
      return c.json({ message: error.message }, error.status as 403);
    });
}

function shownList(
  org: SimulatedOrg,
  user: RunningUser,
  asked: { object: string; view: string | undefined },
): ShownList {
  const object = org.objectDefinition(asked.object);
  const views = listViewsFor(org, user, object);
  const view = chosenView(views, asked.view);
  const access = org.accessOf(user);
  const columns = view.columns.filter(({ name }) => name !== 'Name' && access.canReadField(object.name, name));
  const name = object.fields.get('Name');
  const fields = name ? [name, ...columns] : columns;
  const rows = tableRows(org, user, { ...view, kind: 'list', fields, order: 'CreatedDate DESC, Id DESC' });
  return {
    views: views.map(({ name: apiName, label }) => ({ name: apiName, label })),
    name: view.name,
    filters: [...(view.isOwnRowsOnly ? ['My records'] : []), ...view.filters.map(({ words }) => words)],
    nameLabel: name?.label ?? 'Name',
    columns: columns.map(({ name: apiName, label }) => ({ apiName, label })),
    rows: rows.slice(0, MOST_ROWS).map((row) => ({
      id: String(row['Id']),
      name: String(row['Name']),
      cells: columns.map((field) => cellOf(object.name, field, row)),
    })),
    total: rows.length,
  };
}
