import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../domain/deadlines/format.ts';
import type { Rule } from '../../domain/errors.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { type Page, wordsOf } from '../desk-client/browser.ts';
import type { Life } from './life.ts';

/** Whether a page says that something was done. */
export function isDone({ status, title }: Page): boolean {
  return status === 200 && title === textsOf('en').deskPages.actionDone.title;
}

/** The rule that something is refused by, and the civil date until which it was possible. */
export interface Refusal {
  readonly rule: Rule;
  readonly possibleUntil?: string;
}

/** Checks that a page refuses what was tried, and says why. */
export function checkRefused(life: Life, staffId: string, what: string, page: Page, refusal: Refusal): void {
  const { name } = life.stage.client.staff(staffId).member;
  const sentence = textsOf('en').deskRules.rules[refusal.rule];
  const date =
    refusal.possibleUntil === undefined ? '' : formatDate(Temporal.PlainDate.from(refusal.possibleUntil), 'en');
  life.tell(name, `${what}, and reads: ${sentence}${date === '' ? '' : ` It was possible until ${date}.`}`);
  life.stage.story.check(
    `${name} is refused and told why: ${sentence}${date === '' ? '' : ` (${date})`}`,
    page.status === 422 && page.text.includes(sentence) && page.text.includes(date)
      ? []
      : [`The page said ${page.status} “${page.title}”.${reasonOn(page)}`],
  );
}

/** What the summary of errors on a page says, for a report. */
export function reasonOn({ html }: Page): string {
  const [, summary] = /class="error-summary"[^>]*>(.*?)<\/ul>/s.exec(html) ?? [];
  return summary === undefined ? '' : ` It said: ${wordsOf(summary)}`;
}
