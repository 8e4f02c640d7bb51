import { html, raw } from 'hono/html';

type Html = ReturnType<typeof html>;

/** The document every page is: styles, what the server knows as JSON, and the bundle that draws the rest. */
export function pageShell({ title, state, bundleHash }: { title: string; state: object; bundleHash: string }): Html {
  const json = JSON.stringify(state).replaceAll('<', '\\u003c');
  return pageDocument(
    title,
    html`<script type="application/json" id="page-state">
        ${raw(json)}
      </script>
      <script type="module" src="/lightning/bundle/${bundleHash}/main.js"></script>`,
  );
}

/** A page without components: a heading and what the user can do. */
export function plainPage({ title, body }: { title: string; body: Html }): Html {
  return pageDocument(
    title,
    html`<main class="page-plain slds-box slds-theme_default">
      <h1 class="slds-text-heading_medium slds-m-bottom_medium">${title}</h1>
      ${body}
    </main>`,
  );
}

function pageDocument(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/lightning/styles/slds.css" />
        <link rel="stylesheet" href="/lightning/styles/page.css" />
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}
