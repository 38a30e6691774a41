import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PurgeCSS } from 'purgecss';
import { compile, NodePackageImporter } from 'sass';
import type { OrganisationProfile } from '../domain/organisation.ts';
import { COLOURS } from '../views/assets/colours.ts';

type Look = OrganisationProfile['look'];

const VIEWS = fileURLToPath(new URL('../views/', import.meta.url));

/**
 * The style sheet of the pages in the look of one organisation, minified. What no page uses of the components is left
 * out: the words in `views/pages` say what is used. It is text for `/assets/desk.css` and takes about a second.
 */
export async function compileStyles(look: Look): Promise<string> {
  const { css } = compile(join(VIEWS, 'assets/desk.scss'), {
    style: 'compressed',
    importers: [new NodePackageImporter(VIEWS)],
    quietDeps: true,
    charset: false,
  });
  const pages = globSync('pages/*.ts', { cwd: VIEWS }).map((file) => readFileSync(join(VIEWS, file), 'utf8'));
  const [used] = await new PurgeCSS().purge({
    variables: true,
    css: [{ raw: css }],
    content: pages.map((raw) => ({ raw, extension: 'ts' })),
    // The API reference is made by a library: its elements stand in no view.
    safelist: { deep: [/^api-reference$/] },
  });
  return `${used?.css ?? css}${coloursOf(look)}\n`;
}

type Ground = keyof typeof COLOURS;

/** The colours by the names GOV.UK Frontend gives them, and two of the desk's own for what stands on the accent. */
function coloursOf(look: Look): string {
  const light = properties('light', { accent: look.accentColour, onAccent: look.accentText });
  const dark = properties('dark', { accent: look.accentOnDark, onAccent: COLOURS.dark.ground });
  return `@media screen{:root{${light}}}@media screen and (prefers-color-scheme:dark){:root{${dark}}}`;
}

function properties(on: Ground, { accent, onAccent }: { readonly accent: string; readonly onAccent: string }): string {
  const { ground, raised, text, quiet, line, faint, error, success, focus, focusText } = COLOURS[on];
  const named = {
    brand: accent,
    link: accent,
    'link-visited': accent,
    'link-hover': text,
    'link-active': text,
    text,
    'secondary-text': quiet,
    'inverse-text': ground,
    'body-background': ground,
    'template-background': raised,
    'surface-background': raised,
    'surface-text': text,
    'surface-border': line,
    border: faint,
    'input-border': line,
    hover: faint,
    error,
    success,
    focus,
    'focus-text': focusText,
  };
  const govuk = Object.entries(named).map(([name, colour]) => `--govuk-${name}-colour:${colour}`);
  const shade = `color-mix(in srgb,${accent} 80%,${text})`;
  return [...govuk, `--desk-on-brand:${onAccent}`, `--desk-brand-shade:${shade}`].join(';');
}
