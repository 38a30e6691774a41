import { contactsOf } from '../../../domain/consents/contact.ts';
import { recordsOfAddress, stateOf } from '../../../domain/consents/consent-record.ts';
import { unsubscribeToken } from '../../../domain/consents/unsubscribe-token.ts';
import { formCall, type HttpCall, type HttpReply } from './gateway.ts';
import { createDesk, type Desk } from './memory-desk.ts';

export const EVA = 'eva@example.org';
export const BOTH = ['nieuwsbrief', 'mailing'] as const;

/** A body of `POST /api/consents`. */
export const aSignUp = (overrides: object = {}) => ({
  language: 'nl',
  email: EVA,
  topics: BOTH,
  ageConfirmed: true,
  ...overrides,
});

/** One call of an API that takes JSON. */
export function jsonCall(route: string, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpCall {
  return { route, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** Somebody types an address in, and what follows has happened. */
export async function signUpWith(desk: Desk, overrides: object = {}): Promise<HttpReply> {
  const reply = await desk.gateway(jsonCall('POST /api/consents', aSignUp(overrides)));
  await desk.settle();
  return reply;
}

/** The secret in the last mail that asks the holder of an address. */
export function signUpSecret(desk: Desk, email: string = EVA): string {
  return desk.mailbox.secretIn(desk.mailbox.last('confirm_consent', email), 'confirm_consent');
}

/** The holder of the address presses one of the two buttons. */
export async function decide(desk: Desk, token: string, decision: string, language = 'nl'): Promise<HttpReply> {
  const call = formCall('POST /newsletter/confirm', { token });
  const reply = await desk.gateway({ ...call, query: { language, decision, sent: '1' } });
  await desk.settle();
  return reply;
}

/** An address whose holder has consented. */
export async function subscribe(desk: Desk, overrides: { email?: string; topics?: readonly string[] } = {}) {
  await signUpWith(desk, overrides);
  await decide(desk, signUpSecret(desk, overrides.email), 'confirm');
}

/** The token in the mails an address gets about a topic. */
export function tokenFor(desk: Desk, topic: string, email: string = EVA): string {
  const { keys } = desk.dependencies;
  return unsubscribeToken(keys, { contact: contactsOf(keys, email)[0], topic });
}

/** Topics that are on. */
export async function topicsOn(desk: Desk, email: string = EVA): Promise<readonly string[]> {
  const records = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, email);
  return records.filter((record) => stateOf(record) === 'given').map(({ topic }) => topic);
}

/** The page behind a token. */
export function openToken(desk: Desk, token: string, more = '', method = 'GET'): Promise<HttpReply> {
  return desk.gateway({ route: `${method} /unsubscribe/{token}${more}`, pathParameters: { token } });
}

const BOUNDARY = '---FormBoundaryjWmhtjORrn';
/** The request of a mail provider as RFC 8058 section 3.2 writes it: in both forms, from nowhere, with no cookie. */
export const ONE_CLICK_REQUESTS = {
  urlencoded: {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  },
  multipart: {
    headers: { 'content-type': `multipart/form-data; boundary="${BOUNDARY}"` },
    body: [
      `--${BOUNDARY}`,
      'Content-Disposition: form-data; name="List-Unsubscribe"',
      '',
      'One-Click',
      `--${BOUNDARY}--`,
      '',
    ].join('\r\n'),
  },
} as const;

/** A mail provider's one-click request. */
export async function oneClick(
  desk: Desk,
  token: string,
  kind: keyof typeof ONE_CLICK_REQUESTS = 'urlencoded',
  overrides: Partial<HttpCall> = {},
): Promise<HttpReply> {
  const call = { route: 'POST /unsubscribe/{token}', pathParameters: { token }, ...ONE_CLICK_REQUESTS[kind] };
  const reply = await desk.gateway({ ...call, ...overrides });
  await desk.settle();
  return reply;
}

/** A press on a button of the page of preferences. */
export async function pressStop(desk: Desk, token: string, fields: Readonly<Record<string, string>>, headers = {}) {
  const call = formCall('POST /unsubscribe/{token}', fields, headers);
  const reply = await desk.gateway({ ...call, pathParameters: { token } });
  await desk.settle();
  return reply;
}

/** Everything stored about consents, to see whether a call changed any of it. */
export function storedConsents(desk: Desk): string {
  const { consentEvents, subscribers, lists, suppressions, signUps, outbox } = desk.stores.desk;
  return JSON.stringify(
    [consentEvents, subscribers, lists, suppressions, signUps, outbox].map((table) => table.list()),
  );
}

/** A new address, one with consents, and one that was suppressed. */
export async function deskWithAddresses(): Promise<Desk> {
  const desk = createDesk();
  await subscribe(desk, { email: 'known@example.org' });
  await subscribe(desk, { email: 'suppressed@example.org' });
  await oneClick(desk, tokenFor(desk, 'nieuwsbrief', 'suppressed@example.org'));
  return desk;
}
export const ADDRESSES = ['new@example.org', 'known@example.org', 'suppressed@example.org'];
