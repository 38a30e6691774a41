import type { OrganisationProfile } from '../../domain/organisation.ts';

/** The one style sheet of the pages, in the plain look. */
const DESK_CSS = `:root {
  color-scheme: light dark;
  --accent: #00587c;
  --accent-text: #ffffff;
  --text: #1b1b1b;
  --quiet: #595959;
  --ground: #ffffff;
  --raised: #f3f3f3;
  --line: #767676;
  --link: #00587c;
  --error: #b00020;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #ededed;
    --quiet: #b8b8b8;
    --ground: #161616;
    --raised: #242424;
    --line: #8a8a8a;
    --link: #8ecdf0;
    --error: #ff8f8f;
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  padding: 0 1rem;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;
  overflow-wrap: break-word;
}
header, main, footer { max-width: 42rem; margin: 0 auto; }
header {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: center;
  gap: 0.5rem 1rem;
  padding: 0.5rem 0;
  border-bottom: 0.25rem solid var(--accent);
}
header a { display: inline-block; padding: 0.5rem 0; }
.brand { color: var(--text); font-weight: bold; text-decoration: none; }
main { padding: 1rem 0 2rem; }
main:focus { outline: none; }
footer { padding: 1rem 0 2rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.875rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 1.5rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 1rem 0 0.25rem; }
legend h2 { margin: 0; }
p, ul, ol, dl { margin: 0.5rem 0; }
.lead { font-size: 1.125rem; }
.hint, .small { color: var(--quiet); font-size: 0.9375rem; margin: 0.125rem 0; }
.small { margin-top: 3rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: 0; top: 0; padding: 0.5rem 1rem; background: var(--ground); z-index: 1; }
.skip:not(:focus) { transform: translateY(-200%); }
button, .button {
  display: inline-block;
  min-height: 2.75rem;
  padding: 0.625rem 1.25rem;
  border: 1px solid transparent;
  border-radius: 0.375rem;
  background: var(--accent);
  color: var(--accent-text);
  font: inherit;
  font-weight: bold;
  text-decoration: none;
  cursor: pointer;
}
button:hover, .button:hover { text-decoration: underline; }
button:disabled { opacity: 0.6; cursor: default; }
fieldset { border: 0; padding: 0; margin: 1.5rem 0; min-width: 0; }
legend { padding: 0; }
.field { margin: 1rem 0; }
label { display: block; font-weight: bold; }
button.second { background: var(--ground); color: var(--link); border-color: var(--link); }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.actions button { background: var(--ground); color: var(--link); border-color: var(--link); text-align: left; }
.filters, .cases { list-style: none; padding: 0; }
.filters { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.filters a { display: inline-block; padding: 0.5rem 0; }
.filters a[aria-current] { font-weight: bold; text-decoration: none; }
.cases li { border-top: 1px solid var(--line); padding: 0.75rem 0; }
.cases .hint { display: block; }
.late { color: var(--error); }
.by { color: var(--quiet); }
summary { padding: 0.5rem 0; cursor: pointer; color: var(--link); }
input:not([type='checkbox']), textarea, select {
  width: 100%;
  min-height: 2.75rem;
  margin-top: 0.25rem;
  padding: 0.5rem;
  border: 1px solid var(--line);
  border-radius: 0.25rem;
  background: var(--ground);
  color: inherit;
  font: inherit;
}
textarea { resize: vertical; }
.field [aria-invalid='true'] { border: 2px solid var(--error); }
.check { display: flex; align-items: flex-start; gap: 0.75rem; }
.check input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0.625rem 0; accent-color: var(--accent); }
.check label { flex: 1; padding: 0.625rem 0; font-weight: normal; min-width: 0; }
.more { margin-left: 2.25rem; }
.more .field { margin: 0 0 0.75rem; }
.more label { font-weight: normal; font-size: 0.9375rem; }
@supports selector(:has(*)) {
  .choice:not(.open):not(:has(input:checked)) .more { display: none; }
}
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.error { color: var(--error); font-weight: bold; margin: 0.125rem 0; }
.error-summary { border: 3px solid var(--error); padding: 0 1rem 0.5rem; margin: 1rem 0; }
.error-summary h2 { margin-top: 1rem; }
.error-summary a { color: var(--error); }
.warning { border-left: 0.375rem solid var(--error); padding: 0.5rem 0.75rem; background: var(--raised); }
.keep { border: 2px solid var(--line); padding: 0 1rem 0.5rem; margin: 1rem 0; background: var(--raised); }
.code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 1.25rem; letter-spacing: 0.05em; }
dl > div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.25rem 0; }
dt { flex: 0 0 12rem; color: var(--quiet); }
dd { flex: 1 1 12rem; margin: 0; min-width: 0; }
.written { white-space: pre-wrap; }
.letter { padding: 0.75rem; background: var(--raised); border-radius: 0.25rem; overflow-wrap: anywhere; }
.part { border-left: 0.25rem solid var(--line); padding-left: 0.75rem; margin: 1rem 0; }
.part.current { border-left-color: var(--accent); }
address { font-style: normal; margin: 2rem 0; }
.events { padding-left: 1.5rem; }
@media print {
  header nav, .skip, form, .small, .on-screen { display: none; }
  body { background: none; color: #000000; }
  .letter, .keep, .warning { background: none; }
  .letter { padding: 0; }
  .decision + .decision { break-before: page; }
}
`;

/** The style sheet of the pages in the colours of an organisation. */
export function deskCss(look: OrganisationProfile['look']): string {
  return `${DESK_CSS}:root { --accent: ${look.accentColour}; --accent-text: ${look.accentText}; }\n`;
}
