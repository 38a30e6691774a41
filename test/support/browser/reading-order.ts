import type { Page } from 'playwright-core';

/** What somebody who listens steers by: landmarks, headings, groups, and all that can be filled in or pressed. */
const STEERED_BY = new Set([
  'alert',
  'banner',
  'button',
  'checkbox',
  'combobox',
  'complementary',
  'contentinfo',
  'group',
  'heading',
  'link',
  'main',
  'navigation',
  'radio',
  'status',
  'textbox',
]);
const NODE =
  /^(?<indent> *)- ['"]?(?<role>[a-z]+)(?: "(?<name>(?:[^"\\]|\\.)*)")?(?: \[level=(?<level>\d)\])?[^:]*(?::(?: "?(?<text>.*?)"?)?)?$/;

/** The landmarks, headings, groups and controls of a page as the browser tells them to a screen reader, one a line. */
export async function readingOrderOf(page: Page): Promise<readonly string[]> {
  const lines: string[] = [];
  const above: number[] = [];
  for (const line of (await page.locator('body').ariaSnapshot()).split('\n')) {
    const { indent = '', role = '', name, level, text } = NODE.exec(line)?.groups ?? {};
    while ((above.at(-1) ?? -1) >= indent.length) above.pop();
    if (!STEERED_BY.has(role)) continue;
    // A group that is folded up has its name as text.
    const said = name ?? (role === 'group' ? text : undefined);
    const words = [role, level, said !== undefined && said !== '' && `"${said}"`].filter(Boolean).join(' ');
    lines.push(`${'  '.repeat(above.length)}${words}`);
    above.push(indent.length);
  }
  return lines;
}
