/** The one style sheet of the simulator's pages. */
export const PAGE_STYLE = `
  :root { font: 16px/1.5 system-ui, sans-serif; color: #1b2733; background: #f3f5f8; }
  body { margin: 0; }
  .banner { margin: 0; padding: .5rem 1rem; background: #fff4ce; border-bottom: 1px solid #d9b400; text-align: center; }
  main { max-width: 38rem; margin: 2rem auto; padding: 1.5rem 2rem; background: #fff; border: 1px solid #d6dce3; border-radius: 8px; }
  h1 { margin-top: 0; font-size: 1.5rem; }
  .field { margin: 1rem 0; }
  label { display: block; font-weight: 600; }
  .box label { display: inline; font-weight: 400; }
  input:not([type=checkbox]) { width: 100%; box-sizing: border-box; padding: .5rem; font: inherit; border: 1px solid #5b6b7b; border-radius: 4px; }
  input[aria-invalid=true] { border-color: #a80000; }
  input:focus-visible, button:focus-visible { outline: 3px solid #0b5cab; outline-offset: 2px; }
  .hint { margin: 0; color: #45535f; font-size: .9rem; }
  .problem { margin: .25rem 0 0; color: #a80000; font-weight: 600; }
  .summary { padding: .5rem 1rem; border: 2px solid #a80000; border-radius: 4px; }
  button { padding: .6rem 1.5rem; font: inherit; font-weight: 600; color: #fff; background: #0b5cab; border: 0; border-radius: 4px; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: .4rem; border-bottom: 1px solid #d6dce3; text-align: left; }
  dt { font-weight: 600; }
`;
