import { beforeAll, describe, expect, it } from 'vitest';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { wordsOf } from '../../tools/desk-client/browser.ts';
import { invokeSweep } from '../../tools/desk-client/sweep.ts';
import { answeredCase, askedCase } from '../support/end-to-end/lives.ts';
import { allMails, type Mail, mailTo } from '../support/end-to-end/mailbox.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { anna } from '../support/end-to-end/staff.ts';

let mails: readonly Mail[];

/** Every mail that was sent so far, with those of a life in either language among them. */
beforeAll(async () => {
  await answeredCase({ language: 'nl' });
  await answeredCase({ language: 'en' });
  const { caseNumber } = await askedCase();
  await invokeSweep(desk, 'digest');
  await mailTo(anna.email, [caseNumber]);
  mails = await allMails();
});

const wrong = (isRight: (mail: Mail) => boolean) =>
  mails
    .filter((mail) => !isRight(mail))
    .map(({ subject, to }) => `${subject} to ${to.map(({ address }) => address).join()}`);

const MARK = /^(?:REHEARSAL|OEFENING)\b ?/;
const isShort = (subject: string) => subject.replace(MARK, '').length <= 100;
const folded = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
/** Where the links of a mail lead. */
const led = (html: string) => [...html.matchAll(/\bhref="([^"]*)"/g)].map(([, address = '']) => address);

/** The whole sentences of a mail's text part. */
const sentences = ({ text }: Mail) =>
  text
    .split(/\n+/)
    .map((line) => folded(line))
    .filter((line) => /^[A-Z][^<>#]{20,}[.?]$/.test(line) && !line.includes('http'));

describe('every mail of a desk that rehearses', () => {
  it('says so in its subject and its first line', () => {
    // A link to sign in belongs to no case when it was asked for at the desk.
    expect(
      wrong(({ subject, text }) => (MARK.test(subject) && MARK.test(text)) || text.includes('/desk/sign-in?')),
    ).toStrictEqual([]);
  });

  it('goes to one address, from the organisation', () => {
    expect(
      wrong(({ to, from }) => to.length === 1 && from.length === 1 && from[0]?.address === ctTelecom.mailFrom.address),
    ).toStrictEqual([]);
  });

  it('has a subject of words and a case number, in one line', () => {
    expect(wrong(({ subject }) => isShort(subject) && /^[\p{L}\d .:,[\]-]+$/u.test(subject))).toStrictEqual([]);
  });

  it('says the same in text and in HTML', () => {
    expect(wrong((mail) => sentences(mail).every((line) => folded(wordsOf(mail.html)).includes(line)))).toStrictEqual(
      [],
    );
  });

  it('loads nothing from anywhere, and leads to the desk, the organisation and the supervisory authority only', () => {
    const known = [desk.url, ctTelecom.statementUrl, ctTelecom.faqUrl, ctTelecom.supervisoryAuthority.website];
    expect(wrong(({ html }) => !/<(?:img|script|link|iframe)\b|url\(|@import|\bsrc=/i.test(html))).toStrictEqual([]);
    const isKnown = (address: string) =>
      known.some((start) => address.startsWith(start)) || /^(?:tel|mailto):/.test(address);
    expect(wrong(({ html }) => led(html).every((address) => isKnown(address)))).toStrictEqual([]);
  });
});
