import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { SignedInMember } from '../../domain/desk/session-member.ts';
import type { ActionDoor, ClosedDoor } from '../../domain/desk/use-cases/open-action.ts';
import {
  sessionEndedPage,
  signInSentKeptPage,
  staffLinkExpiredPage,
  wrongSessionPage,
} from '../../views/pages/closed-door-pages.ts';
import { signInSentPage } from '../../views/pages/desk-pages.ts';
import type { KeptForm } from '../../views/pages/kept-form.ts';
import { PATHS, type PageContext, type PagePath } from '../../views/pages/page-context.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { readForm } from '../runtime/read-form.ts';

/** The page for an action that was not opened. What was filled in is given back to the browser that sent it. */
export function closedDoorAnswer(
  context: PageContext,
  event: APIGatewayProxyEvent,
  closed: ClosedDoor,
  door: ActionDoor,
): HttpAnswer {
  const all = keptOf(event, context.publicUrl);
  const isFilledIn = all.fields.some(([name]) => !DOOR_FIELDS.has(name));
  const kept = isFilledIn ? all : null;
  switch (closed.outcome) {
    case 'sign_in_needed':
      return pageAnswer(200, sessionEndedPage(context, { kept: all }));
    case 'sign_in_sent':
      return pageAnswer(200, kept === null ? signInSentPage(context) : signInSentKeptPage(context, { kept }));
    case 'wrong_session': {
      const token = door.kind === 'link' ? door.secret : '';
      return pageAnswer(403, wrongSessionPage(context, { closed, token, kept }));
    }
    case 'link_expired':
      return pageAnswer(410, staffLinkExpiredPage(context, { closed, kept }));
  }
}

const DOOR_FIELDS: ReadonlySet<string> = new Set(['token', 'act', 'on', 'caseNumber', 'print']);

/** The page for a form of the desk that came without a session it may be done in. Throws ProblemError. */
export function sessionEndedAnswer(
  context: PageContext,
  event: APIGatewayProxyEvent,
  session: SignedInMember | undefined,
): HttpAnswer {
  const kept = keptOf(event, context.publicUrl);
  return pageAnswer(200, sessionEndedPage(context, { kept, rehearsalOnly: session?.rehearsalOnly === true }));
}

function keptOf(event: APIGatewayProxyEvent, publicUrl: string): KeptForm {
  const path = POSTED_TO.find((each) => each === event.resource) ?? PATHS.desk;
  return { path: GOES_ON_AT[path] ?? path, fields: [...readForm(event, publicUrl)] };
}

/**
 * A decision comes back as its form, filled in, with a link of its own: that of the form before may have expired while
 * the person signed in. A file is opened from its page: this one may lead to no store.
 */
const GOES_ON_AT: Readonly<Partial<Record<PagePath, PagePath>>> = {
  [PATHS.decide]: PATHS.act,
  [PATHS.openFile]: PATHS.files,
};

const POSTED_TO: readonly PagePath[] = [
  PATHS.act,
  PATHS.decide,
  PATHS.files,
  PATHS.attachFile,
  PATHS.openFile,
  PATHS.removeFile,
  PATHS.absence,
  PATHS.intake,
  PATHS.batch,
  PATHS.deskConsents,
];
