import type { StaffAction } from '../../../domain/desk/staff-actions.ts';
import type { StaffMember } from '../../../domain/organisation.ts';
import { textsOf } from '../../../views/texts/texts-of.ts';
import { sessionOf } from './staff.ts';
import { type Answered, call, press } from './web.ts';

export type Fields = Readonly<Record<string, string>>;

/** Presses a button on the page of a case, as this person. `on` is the part, proposal or task it is about. */
export async function tryOnDesk(
  member: StaffMember,
  action: StaffAction,
  caseNumber: string,
  on: string | null,
  fields: Fields = {},
): Promise<Answered> {
  const door = { act: action, caseNumber, ...(on !== null && { on }) };
  return press('/desk/decide', { ...door, ...fields }, { session: await sessionOf(member) });
}

/** The same; throws unless the page says that it is done. */
export async function actOnDesk(...act: Parameters<typeof tryOnDesk>): Promise<void> {
  const { status, text } = await tryOnDesk(...act);
  if (!isDone(text)) throw new Error(`${act[1]} by ${act[0].name} on ${act[2]} was not done: ${status}`);
}

/** Whether a page says that something was done. */
export function isDone(page: string): boolean {
  return page.includes(`<h1>${textsOf('en').deskPages.actionDone.title}</h1>`);
}

/** Reads a page of the desk in English, in a session of this person. */
export async function readOnDesk(member: StaffMember, path: string): Promise<Answered> {
  return call(`${path}?language=en`, { headers: { cookie: `desk-session=${await sessionOf(member)}` } });
}

/** All pages of the overview in English, as this person sees them. */
export async function readOverview(member: StaffMember): Promise<string> {
  const headers = { cookie: `desk-session=${await sessionOf(member)}` };
  const pages: string[] = [];
  let isLast = false;
  while (!isLast) {
    const { text } = await call(`/desk?language=en&page=${pages.length + 1}`, { headers });
    pages.push(text);
    isLast = !text.includes('rel="next"');
  }
  return pages.join('\n');
}
