/** A parsed form body: texts, lists and further objects by name. */
export interface Form {
  [name: string]: FormValue;
}
type FormValue = string | FormValue[] | Form;

/**
 * Parses `application/x-www-form-urlencoded` with the nesting Rails clients write:
 * `tags[]=a`, `metadata[k]=v`, and `work_locations[][state]=CA`, where a repeated key starts the next element.
 */
export function parseForm(body: string): Form {
  const form = emptyForm();
  for (const [name, value] of new URLSearchParams(body)) {
    const [, root = name, rest = ''] = /^([^[]+)(.*)$/.exec(name) ?? [];
    const path = [...rest.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
    form[root] = place(form[root], path, value);
  }
  return form;
}

function place(holder: FormValue | undefined, path: string[], value: string): FormValue {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (key === '') return placeInArray(Array.isArray(holder) ? holder : [], rest, value);
  const object = isObject(holder) ? holder : emptyForm();
  object[key] = place(object[key], rest, value);
  return object;
}

function placeInArray(array: FormValue[], path: string[], value: string): FormValue[] {
  const last = array.at(-1);
  const [key] = path;
  const continuesLast = key !== undefined && isObject(last) && !(key in last);
  if (continuesLast) place(last, path, value);
  else array.push(place(undefined, path, value));
  return array;
}

function isObject(value: FormValue | undefined): value is Form {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Without a prototype, so that no name a client sends means anything. */
function emptyForm(): Form {
  return Object.create(null) as Form;
}
