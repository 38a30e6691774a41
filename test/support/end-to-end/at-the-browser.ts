import type { Browser, Page } from 'playwright-core';
import type { StaffAction } from '../../../domain/desk/staff-actions.ts';
import type { StaffMember } from '../../../domain/organisation.ts';
import { isLinkFor, linksIn } from '../../../tools/desk-client/mail-links.ts';
import type { Texts } from '../../../views/texts/nl.ts';
import { textsOf } from '../../../views/texts/texts-of.ts';
import { type Visit, visit } from './chromium.ts';
import type { Mail } from './mailbox.ts';
import { desk } from './running-desk.ts';
import { sessionOf } from './staff.ts';

/** Presses the button of this name. */
export async function pressButton(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
}

/** Waits until the page has this title. Throws when it never has. */
export async function untilTitled(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Fills in what stands beside a label, whatever the label says besides. */
export async function fillIn(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label).fill(value);
}

/** Opens the link of a mail to a page such as `/case`. */
export async function openLink(page: Page, { text }: Mail, path: string): Promise<void> {
  const link = text.split(/\s+/).find((word) => word.startsWith(`${desk.url}${path}`));
  if (link === undefined) throw new Error(`the mail has no link to ${path}`);
  await page.goto(link);
}

/** Somebody of the staff at a browser in which they are signed in, with the words of their language. */
export interface StaffSeat extends Visit {
  readonly texts: Texts;
  /** Follows the link of a mail for an action, and looks at the case. */
  readonly open: (mail: Mail, action: StaffAction) => Promise<void>;
  /** Presses the button of the action; throws unless the page says that it is done. */
  readonly finish: (action: StaffAction) => Promise<void>;
}

/** Seats somebody of the staff. Signing in by mail is a story of its own. */
export async function seatOf(browser: Browser, member: StaffMember): Promise<StaffSeat> {
  const seat = await visit(browser);
  const texts = textsOf(member.language);
  await seat.context.addCookies([{ name: 'desk-session', value: await sessionOf(member), url: desk.url }]);
  const { page } = seat;
  return {
    ...seat,
    texts,
    open: async ({ text }, action) => {
      const link = linksIn(text).find((each) => isLinkFor(each, action));
      if (link === undefined) throw new Error(`the mail has no link for ${action}`);
      await page.goto(link.url);
      await pressButton(page, texts.deskPages.openAction.button);
      await untilTitled(page, texts.deskActions.titles[action]);
    },
    finish: async (action) => {
      await pressButton(page, texts.deskActions.buttons[action]);
      await untilTitled(page, texts.deskPages.actionDone.title);
    },
  };
}
