import { html, raw } from 'hono/html';
import type { FieldView } from './interview-view.ts';

type Html = ReturnType<typeof html>;
type Asked = Exclude<FieldView, { kind: 'display' }>;

const INPUT_TYPES: Record<string, string> = { Date: 'date', DateTime: 'datetime-local' };

/** A field of a screen as accessible HTML with the classes of SLDS. Texts to display are HTML of the flow's author. */
export function fieldHtml(field: FieldView): Html {
  if (field.kind === 'display') return html`<div class="slds-rich-text-editor__output">${raw(field.html)}</div>`;
  if (field.kind === 'radio') return radioGroup(field);
  if (field.type === 'Checkbox') return checkbox(field);
  return html`<div class="${elementClass(field)}">
    <label class="slds-form-element__label" for="${field.name}">${mark(field)}${field.label}</label>
    <div class="slds-form-element__control">${control(field)}</div>
    ${notes(field)}
  </div>`;
}

function control(field: Exclude<Asked, { kind: 'radio' }>): Html {
  const { name, value } = field;
  const text = textOf(value, field.type);
  if (field.kind === 'dropdown') {
    return html`<select class="slds-select" id="${name}" name="${name}" ${described(field)}>
      <option value="">--None--</option>
      ${field.choices.map((choice) => option(choice.label, textOf(choice.value, field.type), text))}
    </select>`;
  }
  if (field.kind === 'input' && field.isLong)
    return html`<textarea class="slds-textarea" id="${name}" name="${name}" ${described(field)}>${text}</textarea>`;
  const type = INPUT_TYPES[field.type] ?? 'text';
  return html`<input
    class="slds-input"
    id="${name}"
    name="${name}"
    type="${type}"
    value="${text}"
    ${described(field)}
  />`;
}

function option(label: string, value: string, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${label}</option>`;
}

function checkbox(field: Asked): Html {
  const { name, label, value } = field;
  return html`<div class="${elementClass(field)}">
    <label
      ><input type="checkbox" id="${name}" name="${name}" ${value === true ? 'checked' : ''} ${described(field)} />
      ${mark(field)}${label}</label
    >
    ${notes(field)}
  </div>`;
}

function radioGroup(field: Extract<Asked, { kind: 'radio' }>): Html {
  const { name, label, value, choices } = field;
  return html`<fieldset class="${elementClass(field)}" ${described(field)}>
    <legend class="slds-form-element__legend slds-form-element__label">${mark(field)}${label}</legend>
    ${choices.map(
      (choice) =>
        html`<div>
          <label>
            <input
              type="radio"
              name="${name}"
              value="${textOf(choice.value, field.type)}"
              ${choice.value === value ? 'checked' : ''}
            />
            ${choice.label}
          </label>
        </div>`,
    )}
    ${notes(field)}
  </fieldset>`;
}

function notes({ name, help, error }: Asked): Html {
  return html`${help === undefined ? '' : html`<div class="slds-form-element__help">${help}</div>`}
  ${error === undefined ? '' : html`<div class="slds-form-element__help" id="${name}-error">${error}</div>`}`;
}

function mark({ isRequired }: Asked): Html | string {
  return isRequired ? html`<abbr class="slds-required" title="required">* </abbr>` : '';
}

function described({ name, error, isRequired }: Asked): Html {
  const required = isRequired ? 'aria-required="true"' : '';
  return html`${raw(error === undefined ? required : `${required} aria-invalid="true" aria-describedby="${name}-error"`)}`;
}

function elementClass({ error }: Asked): string {
  return `slds-form-element slds-m-bottom_small${error === undefined ? '' : ' slds-has-error'}`;
}

function textOf(value: unknown, type: string): string {
  if (value === null || value === undefined) return '';
  return type === 'DateTime' ? String(value).slice(0, 16) : String(value);
}
