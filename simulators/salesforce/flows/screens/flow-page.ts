import { html, raw } from 'hono/html';
import { plainPage } from '../../pages/page-shell.ts';
import { fieldHtml } from './field-html.ts';
import type { FlowAction, InterviewView, ScreenView } from './interview-view.ts';

type Html = ReturnType<typeof html>;

/** A screen flow as a page without scripts; `back` is where its user came from. */
export function flowPage(view: InterviewView, back: string | undefined): Html {
  const leave = back === undefined ? '' : html`<p class="slds-m-top_medium"><a href="${back}">Go back</a></p>`;
  return plainPage({ title: view.label, body: html`${bodyOf(view)}${leave}` });
}

function bodyOf({ screen, status, message }: InterviewView): Html {
  if (screen) return form(screen);
  if (status === 'FINISHED') return html`<p role="status">Your flow finished.</p>`;
  return html`<p role="alert" class="slds-text-color_error">${message}</p>`;
}

function form({ label, help, showHeader, showFooter, fields, actions, buttons }: ScreenView): Html {
  const labels: Record<FlowAction, string> = {
    NEXT: buttons.next ?? 'Next',
    FINISH: buttons.next ?? 'Finish',
    BACK: buttons.back ?? 'Previous',
  };
  const hasErrors = fields.some((field) => field.kind !== 'display' && field.error !== undefined);
  return html`<form method="post" novalidate>
    ${showHeader ? html`<h2 class="slds-text-heading_small slds-m-bottom_small">${label}</h2>` : ''}
    ${
      help === undefined
        ? ''
        : html`<details class="slds-m-bottom_small">
            <summary>Help</summary>
            ${raw(help)}
          </details>`
    }
    ${hasErrors ? html`<p role="alert" class="slds-text-color_error">Review the errors on this page.</p>` : ''}
    ${fields.map(fieldHtml)}
    ${
      showFooter
        ? html`<footer class="slds-m-top_medium">
            ${actions.map(
              (action) =>
                html`<button
                  class="slds-button ${action === 'BACK' ? 'slds-button_neutral' : 'slds-button_brand'}"
                  name="action"
                  value="${action}"
                >
                  ${labels[action]}
                </button>`,
            )}
          </footer>`
        : ''
    }
  </form>`;
}
