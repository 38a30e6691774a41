import { Temporal } from 'temporal-polyfill';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import type { Page } from '../desk-client/browser.ts';
import type { DeskClient } from '../desk-client/desk-client.ts';
import { isLinkFor } from '../desk-client/mail-links.ts';
import { awaitMail, linkOf, wordsFor } from './acts.ts';
import { checkRefused, isDone, type Refusal } from './page-checks.ts';
import type { Life } from './life.ts';

/** The desk did not do what was asked there. The message is a sentence. */
class DeskActError extends Error {
  override readonly name = 'DeskActError';
}

interface DeskAct {
  readonly staffId: string;
  readonly action: StaffAction;
  /** The part, proposal or task it is about. */
  readonly on?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** What the story says was done, where that is more than the action. */
  readonly words?: string;
}

/** Somebody does something from the case on the desk, without a mail. Throws WaitedInVainError, DeskActError. */
export async function actOnDesk(life: Life, deskAct: DeskAct): Promise<void> {
  const { member } = life.stage.client.staff(deskAct.staffId);
  const page = await pressOnDesk(life, deskAct);
  if (!isDone(page)) {
    throw new DeskActError(`${deskAct.action} by ${member.name} was answered with ${page.status} “${page.title}”.`);
  }
  life.tell(member.name, `${wordsOfAct(deskAct)} on the desk`);
}

/** Somebody tries something on the desk that the law or the desk does not allow. */
export async function refusedOnDesk(life: Life, deskAct: DeskAct, refusal: Refusal): Promise<void> {
  checkRefused(life, deskAct.staffId, `${wordsOfAct(deskAct)} on the desk`, await pressOnDesk(life, deskAct), refusal);
}

function wordsOfAct({ action, words }: DeskAct): string {
  return words ?? wordsFor(action, undefined);
}

function pressOnDesk(life: Life, { staffId, action, on, fields }: DeskAct): Promise<Page> {
  return life.stage.client.staff(staffId).act(action, life.accepted.caseNumber, on ?? null, fields);
}

/** What an action on the page of a case is about, by id: the proposal to approve, the task to end. Throws DeskActError. */
export async function subjectOnDesk(life: Life, staffId: string, action: StaffAction): Promise<string> {
  const page = await life.stage.client.staff(staffId).showCase(life.accepted.caseNumber);
  for (const [, form = ''] of page.html.matchAll(/<form[^>]*>(.*?)<\/form>/gs)) {
    if (!form.includes(`name="act" value="${action}"`)) continue;
    const [, on] = /name="on" value="(\d+)"/.exec(form) ?? [];
    if (on !== undefined) return on;
  }
  throw new DeskActError(`The page of the case offers nothing to ${action}.`);
}

/** Somebody is noted as away on the desk, from today (wall time) on for some days. Throws DeskActError. */
export async function goAway(client: DeskClient, staffId: string): Promise<void> {
  const today = civilDate(Temporal.Now.instant());
  const page = await client.staff(staffId).post('/desk/absence', {
    staffId,
    from: today.toString(),
    until: today.add({ days: 3 }).toString(),
  });
  if (page.status >= 400) throw new DeskActError(`The absence was answered with ${page.status} “${page.title}”.`);
}

/** Ends an absence early. Throws DeskActError. */
export async function comeBack(client: DeskClient, staffId: string): Promise<void> {
  const page = await client.staff(staffId).post('/desk/absence', { end: staffId });
  if (page.status >= 400) throw new DeskActError(`The return was answered with ${page.status} “${page.title}”.`);
}

/**
 * Somebody prints the letter that a mail asks to post, and reports that it is in the post. Answers what the letter says.
 * Throws WaitedInVainError, PageError, ActError, DeskActError.
 */
export async function postLetter(life: Life, staffId: string, after?: Temporal.Instant): Promise<string> {
  const mail = await awaitMail(life, 'letter_to_post', staffId, after);
  const desk = life.stage.client.staff(staffId);
  const opened = await desk.open(linkOf(mail, (link) => isLinkFor(link, 'end_task')));
  const letter = await desk.print(opened);
  const page = await desk.decide(opened, { as: 'done' });
  if (!isDone(page)) {
    throw new DeskActError(`Posting by ${desk.member.name} was answered with ${page.status} “${page.title}”.`);
  }
  life.tell(desk.member.name, 'prints the letter, posts it and reports so');
  return letter.text;
}
