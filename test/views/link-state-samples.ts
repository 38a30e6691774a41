import { Temporal } from 'temporal-polyfill';
import type { ClosedDoor } from '../../domain/desk/use-cases/open-action.ts';
import type { LinkOver } from '../../domain/errors.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { doneByPage } from '../../views/pages/action-result-pages.ts';
import {
  caseNotShownPage,
  sessionEndedPage,
  signInSentKeptPage,
  staffLinkExpiredPage,
  wrongSessionPage,
} from '../../views/pages/closed-door-pages.ts';
import { signUpDoneBeforePage } from '../../views/pages/consent-confirm-pages.ts';
import { deskPage } from '../../views/pages/desk-pages.ts';
import type { KeptForm } from '../../views/pages/kept-form.ts';
import { answerReopenedPage, linkOverPage, newLinkPage } from '../../views/pages/link-over-pages.ts';
import { PATHS, type PageContext } from '../../views/pages/page-context.ts';
import { contactConfirmedPage } from '../../views/pages/requester-contact-pages.ts';
import { confirmedPage } from '../../views/pages/requester-pages.ts';
import { signedOutPage } from '../../views/pages/sign-out.ts';
import { CASE_NUMBER, CODE } from './mail-models.ts';
import { found } from './parsed-html.ts';

const AT = '2026-06-09T12:03:00.000Z';
const at = Temporal.Instant.from(AT);
const staff = (staffId: string) =>
  found(
    ctTelecom.staff.find((each) => each.staffId === staffId),
    staffId,
  );

const OVERS: readonly LinkOver[] = [
  { kind: 'confirm', why: 'expired', at: AT },
  { kind: 'confirm', why: 'laid_aside', at: null },
  { kind: 'collect', why: 'expired', at: AT },
  { kind: 'confirm_contact', why: 'expired', at: AT },
  { kind: 'confirm_contact', why: 'replaced', at: null },
  { kind: 'confirm_contact', why: 'laid_aside', at: null },
  { kind: 'report_task', why: 'expired', at: AT },
  { kind: 'confirm_consent', why: 'expired', at: AT },
  { kind: 'sign_in', why: 'expired', at: AT },
  { kind: 'sign_in', why: 'used', at: AT },
];

/** A form that came in vain, with one text everywhere a person can put one. */
export function keptWith(text: string): KeptForm {
  return {
    path: PATHS.act,
    fields: [
      ['token', CODE],
      ['outcome', 'granted'],
      ['text', text],
    ],
  };
}

const WRONG = {
  outcome: 'wrong_session',
  addressee: staff('anna-de-wit'),
  signedInAs: staff('sam-okafor'),
  rehearsalOnly: false,
  caseNumber: CASE_NUMBER,
} as const satisfies ClosedDoor;
const REHEARSING = { ...WRONG, signedInAs: WRONG.addressee, rehearsalOnly: true, caseNumber: null };
const EXPIRED = {
  outcome: 'link_expired',
  act: { action: 'answer', caseNumber: CASE_NUMBER, on: '1' },
  expiredAt: AT,
  mayAct: true,
} as const satisfies ClosedDoor;

/** The pages that say what has become of a link or a session, by a name for the test report. */
export function linkStatePagesIn(context: PageContext, text = 'Beste mevrouw,\nuw gegevens.'): [string, string][] {
  const kept = keptWith(text);
  const name = 'Anna de Wit';
  return [
    ...OVERS.map((over): [string, string] => [
      `link over: ${over.kind} ${over.why}`,
      linkOverPage(context, { over, token: CODE }),
    ]),
    ['link over: new link sent', newLinkPage(context, { isSent: true })],
    ['link over: new link refused', newLinkPage(context, { isSent: false })],
    ['link over: case opened again', answerReopenedPage(context)],
    [
      'confirmed before',
      confirmedPage(context, {
        caseNumber: CASE_NUMBER,
        promisedDate: Temporal.PlainDate.from('2026-07-07'),
        before: at,
      }),
    ],
    ['confirmed before, answered', confirmedPage(context, { caseNumber: CASE_NUMBER, promisedDate: null, before: at })],
    ['confirmed contact before', contactConfirmedPage(context, { before: at })],
    ['consents chosen at an instant', signUpDoneBeforePage(context, { at })],
    ['door: link of a colleague', wrongSessionPage(context, { closed: WRONG, token: CODE, kept: null })],
    ['door: link of a colleague, filled in', wrongSessionPage(context, { closed: WRONG, token: CODE, kept })],
    ['door: real case in a rehearsal', wrongSessionPage(context, { closed: REHEARSING, token: CODE, kept: null })],
    ['door: expired', staffLinkExpiredPage(context, { closed: EXPIRED, kept: null })],
    ['door: expired, filled in', staffLinkExpiredPage(context, { closed: EXPIRED, kept })],
    [
      'door: expired, of a colleague now',
      staffLinkExpiredPage(context, { closed: { ...EXPIRED, mayAct: false }, kept: null }),
    ],
    ['door: sign-in sent, filled in', signInSentKeptPage(context, { kept })],
    ['door: session ended', sessionEndedPage(context, { kept })],
    ['door: session of a rehearsal', sessionEndedPage(context, { kept, rehearsalOnly: true })],
    ['sign-in to a case', deskPage(context, { caseNumber: CASE_NUMBER })],
    ['door: signed out', signedOutPage(context)],
    ['case not shown', caseNotShownPage(context, { name, rehearsalOnly: true })],
    [
      'done by a colleague meanwhile',
      doneByPage(context, { what: 'answer', caseNumber: CASE_NUMBER, byName: name, at, typed: [text] }),
    ],
    [
      'done by oneself before',
      doneByPage(context, { what: 'answer', caseNumber: CASE_NUMBER, byName: name, at, typed: [text], isOwn: true }),
    ],
  ];
}
