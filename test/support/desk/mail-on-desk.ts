import { formCall, type HttpReply } from './gateway.ts';
import { type WrittenMail, writtenMail } from './incoming-mail.ts';
import { type Desk, INBOUND_MAIL_DOMAIN } from './memory-desk.ts';
import { ANNA, type Colleague, signIn } from './people.ts';

/** Asks for access, erasure and an end to marketing. */
export const THREE_RIGHTS: WrittenMail = {
  subject: 'Mijn gegevens',
  text: [
    'Geachte heer, mevrouw,',
    'Ik wil graag weten welke gegevens u van mij heeft.',
    'Daarna wil ik dat u al mijn gegevens verwijdert.',
    'Ook maak ik bezwaar tegen het gebruik van mijn gegevens voor reclame.',
    'Jan de Vries',
  ].join('\n'),
};
/** For customer service. */
export const NO_RIGHT: WrittenMail = {
  subject: 'Storing',
  text: 'Mijn internet doet het al drie dagen niet. Kunt u bellen?',
};
export const PDF = '%PDF-1.7 brief';

/** A mail reaches the desk; answers the case it made. */
export async function mailArrived(
  desk: Desk,
  mail: WrittenMail | string,
  verdicts: Readonly<Record<string, string>> = {},
) {
  const known = new Set(desk.stores.desk.cases.list().map(({ caseNumber }) => caseNumber));
  const raw = typeof mail === 'string' ? mail : writtenMail(mail);
  await desk.receive(raw, { to: [`support@${INBOUND_MAIL_DOMAIN}`], from: 'jan@example.org', verdicts });
  const made = desk.stores.desk.cases.list().find(({ caseNumber }) => !known.has(caseNumber));
  if (made === undefined) throw new Error('the mail made no case');
  return made;
}

/** What somebody signed in reads. */
export async function readAs(desk: Desk, who: Colleague, route: string, more: object = {}): Promise<HttpReply> {
  return desk.gateway({ route, headers: { cookie: await signIn(desk, who) }, query: { language: 'nl' }, ...more });
}
/** The page of a case. */
export const caseOnDesk = (desk: Desk, caseNumber: string, who: Colleague = ANNA) =>
  readAs(desk, who, 'GET /desk/cases/{caseNumber}', { pathParameters: { caseNumber } });
/** The form of an action, opened from the desk. */
export async function formOf(desk: Desk, act: 'accept' | 'dismiss', caseNumber: string, who: Colleague = ANNA) {
  return desk.gateway(formCall('POST /desk/act', { act, caseNumber }, { cookie: await signIn(desk, who) }));
}
/** Something that came by mail, asked for in a session. */
export async function saveOf(desk: Desk, caseNumber: string, file: string, cookie: string) {
  return desk.gateway(formCall('POST /desk/mail', { caseNumber, file }, { cookie }));
}

/** What a page says, without its markup. */
export const textOf = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
