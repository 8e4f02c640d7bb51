import { html } from 'hono/html';
import type { Application, ApplicationProblem } from '../invitations/application.ts';
import type { Html } from './page-layout.ts';

interface Field {
  name: keyof Application;
  label: string;
  problems: ApplicationProblem[];
}

/** A labelled line of text, tied to its hint and to what is wrong with it. */
export function textField(field: Field & { value: string; type?: string; hint?: string; autocomplete?: string }): Html {
  const { name, label, value, type = 'text', hint, autocomplete = 'on' } = field;
  const problem = problemOf(field);
  const describedBy = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      aria-describedby="${describedBy}"
      aria-invalid="${problem ? 'true' : 'false'}"
    />
    ${problemLine(name, problem)}
  </div>`;
}

/** A box to tick. */
export function checkBox(field: Field & { isTicked: boolean | undefined }): Html {
  const { name, label, isTicked } = field;
  const problem = problemOf(field);
  return html`<div class="field box">
    <input
      id="${name}"
      name="${name}"
      type="checkbox"
      ${isTicked ? 'checked' : ''}
      aria-describedby="${problem ? `${name}-problem` : ''}"
      aria-invalid="${problem ? 'true' : 'false'}"
    />
    <label for="${name}">${label}</label>
    ${problemLine(name, problem)}
  </div>`;
}

function problemOf({ name, problems }: Field): string | undefined {
  return problems.find((problem) => problem.field === name)?.message;
}

function problemLine(name: string, problem: string | undefined): Html {
  return problem ? html`<p class="problem" id="${name}-problem">${problem}</p>` : html``;
}
