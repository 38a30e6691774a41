import type * as z from 'zod';
import { requestAcceptedSchema } from '../../../contracts/http/submit-request.ts';
import { REQUIRED_CONTENTS } from '../../../domain/answers/required-contents.ts';
import { isAddressConfirmed } from '../../../domain/cases/identity-of-case.ts';
import { REQUEST_TYPE_RULES } from '../../../domain/cases/request-types.ts';
import type { StaffAction } from '../../../domain/desk/staff-actions.ts';
import type { StaffInputOf } from '../../../domain/desk/staff-input.ts';
import type { MailOrder } from '../../../domain/outbox/outbox-row.ts';
import { formCall, type HttpReply } from './gateway.ts';
import type { Desk } from './memory-desk.ts';

/** A body of `POST /api/requests`. */
export interface Asked {
  readonly language: 'nl' | 'en';
  readonly requester: { readonly name: string; readonly email: string; readonly phone?: string };
  readonly parts: readonly { readonly requestType: string; readonly text?: string }[];
  readonly message?: string;
}

export const JAN = { name: 'Jan de Vries', email: 'jan@example.org' } as const;
export const ACCESS: Asked = { language: 'nl', requester: JAN, parts: [{ requestType: 'access' }] };
export const QUESTION: Asked = {
  language: 'nl',
  requester: JAN,
  parts: [{ requestType: 'question', text: 'Hoe lang bewaart u mijn gegevens?' }],
};

/** Staff of the profile by what they do here. */
export const ANNA = { staffId: 'anna-de-wit', email: 'anna.de.wit@cttelecom.nl' } as const;
export const SAM = { staffId: 'sam-okafor', email: 'sam.okafor@cttelecom.nl' } as const;
export const DEPUTY = { staffId: 'joris-bakker', email: 'joris.bakker@cttelecom.nl' } as const;
export const TEAM_LEAD = { staffId: 'fatima-el-idrissi', email: 'fatima.el.idrissi@cttelecom.nl' } as const;
export const OFFICER = { staffId: 'pieter-van-dam', email: 'pieter.van.dam@cttelecom.nl' } as const;
export const DIRECTOR = { staffId: 'marieke-visser', email: 'marieke.visser@cttelecom.nl' } as const;
export const PROTECTION_OFFICER = { staffId: 'lotte-mulder', email: 'lotte.mulder@cttelecom.nl' } as const;
export type Colleague = { readonly staffId: string; readonly email: string };

export type Accepted = z.infer<typeof requestAcceptedSchema>;

let keys = 0;

/** Sends a request through the API. Throws when it is not accepted. */
export async function submit(desk: Desk, asked: Asked = ACCESS, idempotencyKey?: string): Promise<Accepted> {
  const reply = await postRequest(desk, asked, idempotencyKey);
  await desk.settle();
  if (reply.status !== 202) throw new Error(`${reply.status} ${reply.body}`);
  return requestAcceptedSchema.parse(JSON.parse(reply.body));
}

/** One call of the API, with whatever comes back. */
export function postRequest(desk: Desk, body: unknown, idempotencyKey?: string): Promise<HttpReply> {
  keys += 1;
  return desk.gateway({
    route: 'POST /api/requests',
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey ?? `key-${keys}` },
    body: JSON.stringify(body),
  });
}

/** The requester presses the button behind the link of the last confirmation mail. */
export async function confirm(desk: Desk, caseNumber: string): Promise<HttpReply> {
  const mail = lastAbout(desk, 'confirm_request', caseNumber);
  const reply = await desk.gateway(formCall('POST /confirm', { token: desk.mailbox.secretIn(mail, 'confirm') }));
  await desk.settle();
  return reply;
}

/** A request that was sent and confirmed at once. */
export async function submitConfirmed(desk: Desk, asked: Asked = ACCESS): Promise<Accepted> {
  const accepted = await submit(desk, asked);
  await confirm(desk, accepted.caseNumber);
  return accepted;
}

/** A staff member signs in by mail; answers the cookie of that browser. */
export async function signIn(desk: Desk, who: Colleague): Promise<string> {
  await desk.gateway(formCall('POST /desk', { email: who.email }));
  await desk.settle();
  const secret = desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in', who.email), 'sign_in');
  const reply = await desk.gateway(formCall('POST /desk/sign-in', { token: secret }));
  await desk.settle();
  return cookieOf(reply);
}

/** The cookie a browser sends after an answer. */
export function cookieOf(reply: HttpReply): string {
  const [cookie = ''] = (reply.headers['set-cookie'] ?? '').split(';');
  return cookie;
}

/** A staff member signs in and decides with the newest link they got for it. */
export async function decide(
  desk: Desk,
  who: Colleague,
  action: StaffAction,
  caseNumber: string,
  fields: Readonly<Record<string, string>> = {},
  on?: string,
): Promise<HttpReply> {
  const secret = staffSecret(desk, who, action, caseNumber, on);
  const cookie = await signIn(desk, who);
  const reply = await desk.gateway(formCall('POST /desk/decide', { token: secret, ...fields }, { cookie }));
  await desk.settle();
  return reply;
}

/** A staff member signs in and decides from the case on the desk: for what no mail has a link to. */
export async function decideOnDesk(
  desk: Desk,
  who: Colleague,
  action: StaffAction,
  caseNumber: string,
  fields: Readonly<Record<string, string>> = {},
  on?: string,
): Promise<HttpReply> {
  const cookie = await signIn(desk, who);
  const door = { act: action, caseNumber, ...(on !== undefined && { on }) };
  // The fields of the door come first, since a form may have a field of the same name.
  const pairs = new URLSearchParams([...Object.entries(door), ...Object.entries(fields)]);
  const reply = await desk.gateway({ ...formCall('POST /desk/decide', {}, { cookie }), body: pairs.toString() });
  await desk.settle();
  return reply;
}

/**
 * The newest link for an action on a case (on a part, proposal or task when given) in anything a staff member was sent.
 * Throws when there is none.
 */
export function staffSecret(desk: Desk, who: Colleague, action: StaffAction, caseNumber: string, on?: string): string {
  const links = desk.mailbox.sent
    .filter((mail) => mail.to === who.email)
    .toReversed()
    .flatMap((mail) => desk.mailbox.linksOf(mail))
    .filter(({ token }) => token.action === action && 'caseNumber' in token && token.caseNumber === caseNumber);
  const link = links.find(({ token }) => on === undefined || ('on' in token && token.on === on));
  if (link === undefined) throw new Error(`${who.staffId} has no link to ${action}`);
  return link.secret;
}

export const take = (desk: Desk, who: Colleague, caseNumber: string) => decide(desk, who, 'take', caseNumber);

export const answer = (desk: Desk, who: Colleague, caseNumber: string, partId = '1') =>
  decide(desk, who, 'answer', caseNumber, answerFields(desk, caseNumber, partId), partId);

/**
 * What the form of an answer that gives all that was asked holds: no personal data in its text, the requester known
 * well enough, and all it must contain.
 */
export function answerFields(
  desk: Desk,
  caseNumber: string,
  partId = '1',
  text = `Dit is het antwoord op deel ${partId}.`,
): Readonly<Record<string, string>> {
  const { draft, identityMethod, ticked } = answerInput(desk, caseNumber, partId, text);
  return {
    outcome: draft.outcome,
    text,
    ...(identityMethod !== undefined && { identityMethod }),
    ...Object.fromEntries(ticked.map((item) => [`content_${item}`, 'on'])),
  };
}

/** The same as the use case takes it. */
export function answerInput(
  desk: Desk,
  caseNumber: string,
  partId = '1',
  text = `Dit is het antwoord op deel ${partId}.`,
): StaffInputOf<'answer'> {
  const subject = desk.caseOf(caseNumber);
  const part = subject.parts.find((each) => each.partId === partId);
  if (part === undefined) throw new Error('no such part');
  const { outcomes, identityLevel } = REQUEST_TYPE_RULES[part.requestType];
  const outcome = outcomes.includes('granted') ? 'granted' : 'answered';
  const method = isAddressConfirmed(subject) ? 'address_on_file_unchanged' : 'call_to_number_on_file';
  return {
    action: 'answer',
    draft: { outcome, text, personalData: false },
    identityMethod: identityLevel === 'L0' ? undefined : method,
    ticked: REQUIRED_CONTENTS[part.requestType],
    explained: {},
  };
}

/** The requester collects with the link of the last answer mail and a code. */
export async function collect(desk: Desk, caseNumber: string, collectionCode: string): Promise<HttpReply> {
  const token = desk.mailbox.secretIn(lastAbout(desk, 'answer_ready', caseNumber), 'collect');
  const reply = await desk.gateway(formCall('POST /collect', { token, collectionCode }));
  await desk.settle();
  return reply;
}

/** The last mail of a template about a case. Throws when there is none. */
export function lastAbout(desk: Desk, template: MailOrder['template'], caseNumber: string) {
  const mail = desk.mailbox
    .of(template)
    .findLast(({ order }) => 'caseNumber' in order && order.caseNumber === caseNumber);
  if (mail === undefined) throw new Error(`no mail ${template} about that case`);
  return mail;
}
