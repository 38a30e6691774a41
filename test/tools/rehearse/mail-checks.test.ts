import { describe, expect, it } from 'vitest';
import { extendedLife } from '../../../tools/rehearse/life.ts';
import { checkMails, mailsTo } from '../../../tools/rehearse/mail-checks.ts';
import { CASE_NUMBER, mailOf, stagedLife, wrongs } from './staged-life.ts';

const MARK = 'OEFENING: dit bericht hoort bij een oefening. Er is geen echt verzoek.';
const ENGLISH_MARK = 'REHEARSAL: this message is part of an exercise. There is no real request.';
const ROUNDS = [
  { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
  { when: 'On confirmation', mails: mailsTo('new_case', ['anna-de-wit', 'sam-okafor']) },
];

/** What must come, to the address that the staged life was given. */
async function rightMails() {
  const { life } = await stagedLife();
  return {
    confirm: mailOf(life.requester.email, `OEFENING Graag bevestigen: ${CASE_NUMBER}`, MARK, 1),
    anna: mailOf('anna.de.wit@cttelecom.nl', `OEFENING [NIEUW] ${CASE_NUMBER} inzage`, MARK, 3),
    sam: mailOf('sam.okafor@cttelecom.nl', `REHEARSAL [NEW] ${CASE_NUMBER} access`, ENGLISH_MARK, 3),
  };
}

/** The life whose requester has the address that the mails went to, checked. */
async function checked(
  change: (mails: Awaited<ReturnType<typeof rightMails>>) => readonly ReturnType<typeof mailOf>[],
) {
  const mails = await rightMails();
  const { life, story } = await stagedLife({ mails: change(mails) });
  await checkMails({ ...life, requester: { ...life.requester, email: mails.confirm.to } }, ROUNDS);
  return wrongs(story);
}

function digest(seconds: number) {
  const subject = 'REHEARSAL [19 WORKING DAYS LEFT] 2 requests not confirmed';
  return { ...mailOf('sam.okafor@cttelecom.nl', subject, ENGLISH_MARK, seconds), id: `digest ${seconds}` };
}

/** A notice to staff. */
function notice(words: string) {
  const subject = `REHEARSAL [12 WORKING DAYS LEFT] ${CASE_NUMBER} access: ${words}`;
  return mailOf('sam.okafor@cttelecom.nl', subject, ENGLISH_MARK);
}

describe('the check of mails', () => {
  it('holds when exactly the expected ones came', async () => {
    expect(await checked(({ confirm, anna, sam }) => [confirm, anna, sam])).toEqual([]);
  });

  it('says which mail did not come, and to whom', async () => {
    expect(await checked(({ confirm, anna }) => [confirm, anna])).toEqual([
      'The mail “new case” to Sam Okafor did not come.',
    ]);
  });

  it('names a mail that should not have come', async () => {
    const stray = mailOf('joris.bakker@cttelecom.nl', `OEFENING [NIEUW] ${CASE_NUMBER} inzage`, MARK, 3);
    expect(await checked(({ confirm, anna, sam }) => [confirm, anna, sam, stray])).toEqual([
      `"${stray.subject}" went to joris.bakker@cttelecom.nl.`,
    ]);
  });

  it('finds a mail that came twice', async () => {
    expect(await checked(({ confirm, anna, sam }) => [confirm, anna, sam, { ...sam, id: 'again' }])).toHaveLength(1);
  });

  it('finds rounds in the wrong order', async () => {
    expect(
      await checked(({ confirm, anna, sam }) => [mailOf(confirm.to, confirm.subject, MARK, 5), anna, sam]),
    ).toEqual(['They came before the mails of the round before.']);
  });

  it('finds a mail without the mark of a rehearsal, in its subject or in its text', async () => {
    expect(
      await checked(({ confirm, anna, sam }) => [confirm, anna, mailOf(sam.to, sam.subject, 'Hello Sam,', 3)]),
    ).toEqual([`"REHEARSAL [NEW] ${CASE_NUMBER} access" does not.`]);
    expect(
      await checked(({ confirm, anna, sam }) => [
        confirm,
        anna,
        mailOf(sam.to, `[NEW] ${CASE_NUMBER} access`, ENGLISH_MARK, 3),
      ]),
    ).toContain('The mail “new case” to Sam Okafor did not come.');
  });

  it('finds the name of the requester in a mail to staff', async () => {
    expect(
      await checked(({ confirm, anna, sam }) => [
        confirm,
        anna,
        mailOf(sam.to, sam.subject, `${ENGLISH_MARK}\n\nJan Jansen`, 3),
      ]),
    ).toEqual([`"REHEARSAL [NEW] ${CASE_NUMBER} access" does.`]);
  });

  it('takes the days left from the day a countdown mail arrived', async () => {
    const { life, story } = await stagedLife();
    const at = life.wallTime(life.rung('five_days_left').at);
    const seconds = (at.epochMilliseconds - life.accepted.sentAt.epochMilliseconds) / 1000;
    const mail = (days: number) =>
      mailOf(
        'sam.okafor@cttelecom.nl',
        `REHEARSAL [${days} WORKING DAYS LEFT] ${CASE_NUMBER} access`,
        ENGLISH_MARK,
        seconds,
      );
    const round = [{ when: 'In time', mails: mailsTo('five_days_left', ['sam-okafor']) }];
    await checkMails({ ...life, mails: () => Promise.resolve([mail(5)]) }, round);
    expect(wrongs(story)).toEqual([]);
    await checkMails({ ...life, mails: () => Promise.resolve([mail(7)]) }, round);
    expect(wrongs(story)).toContain('The mail “five days left” to Sam Okafor did not come.');
  });

  it('knows a notice by what it tells, whatever the days left', async () => {
    const { life, story } = await stagedLife();
    const round = [{ when: 'On the proposal', mails: mailsTo('approval_wanted', ['sam-okafor']) }];
    await checkMails({ ...life, mails: () => Promise.resolve([notice('approval wanted')]) }, round);
    expect(wrongs(story)).toEqual([]);
    await checkMails({ ...life, mails: () => Promise.resolve([notice('proposal sent back')]) }, round);
    expect(wrongs(story)).toContain('The mail “approval wanted” to Sam Okafor did not come.');
  });

  it('looks for mails to recipients at the address of the register', async () => {
    const { life, story } = await stagedLife();
    const mail = mailOf(
      'dpo@example-cloud.example',
      `REHEARSAL Please act by Monday 9 March 2026: ${CASE_NUMBER}`,
      ENGLISH_MARK,
    );
    const round = [{ when: 'After the erasure', mails: mailsTo('recipient_notice', ['example-cloud']) }];
    await checkMails({ ...life, mails: () => Promise.resolve([mail]) }, round);
    expect(wrongs(story)).toEqual([]);
    await checkMails({ ...life, mails: () => Promise.resolve([{ ...mail, to: 'else@example-cloud.example' }]) }, round);
    expect(wrongs(story)).toContain('The mail “recipient notice” to Example Cloud Hosting Ltd did not come.');
  });

  it('lets mails that may stay out come or not, and any other still not', async () => {
    const { life, story } = await stagedLife();
    const mail = mailOf('sam.okafor@cttelecom.nl', `REHEARSAL [NOT TAKEN YET] ${CASE_NUMBER} access`, ENGLISH_MARK);
    const round = [{ when: 'When slow', mails: mailsTo('unclaimed', ['sam-okafor']), mayStayOut: true as const }];
    await checkMails({ ...life, mails: () => Promise.resolve([mail]) }, round);
    await checkMails({ ...life, mails: () => Promise.resolve([]) }, round);
    expect(wrongs(story)).toEqual([]);
    await checkMails({ ...life, mails: () => Promise.resolve([{ ...mail, to: 'joris.bakker@cttelecom.nl' }]) }, round);
    expect(wrongs(story)).toHaveLength(1);
  });

  it('takes the days left from the new target once the limit was extended', async () => {
    const { life, story } = await stagedLife();
    const longer = extendedLife(life, '2026-04-24');
    const at = longer.wallTime(longer.rung('extended_five_days_left').at);
    const seconds = (at.epochMilliseconds - life.accepted.sentAt.epochMilliseconds) / 1000;
    const subject = `REHEARSAL [5 WORKING DAYS LEFT] ${CASE_NUMBER} access`;
    const mail = mailOf('sam.okafor@cttelecom.nl', subject, ENGLISH_MARK, seconds);
    const round = [{ when: 'In time', mails: mailsTo('extended_five_days_left', ['sam-okafor']) }];
    await checkMails({ ...longer, mails: () => Promise.resolve([mail]) }, round);
    expect(wrongs(story)).toEqual([]);
  });

  it('looks for mails to staff where a stage has them sent in rehearsals', async () => {
    const { life, story } = await stagedLife({ rehearsalMailDomain: 'rehearsal.example.org' });
    expect(life.requester.email).toMatch(/@rehearsal\.example\.org$/);
    const mail = mailOf('sam-okafor@rehearsal.example.org', `REHEARSAL [NEW] ${CASE_NUMBER} access`, ENGLISH_MARK);
    const round = [{ when: 'On confirmation', mails: mailsTo('new_case', ['sam-okafor']) }];
    await checkMails({ ...life, mails: () => Promise.resolve([mail]) }, round);
    expect(wrongs(story)).toEqual([]);
  });

  it('leaves out the digests that other lives have made while this one was unconfirmed, and no others', async () => {
    const { life, story } = await stagedLife();
    const promised = 'maandag 30 maart 2026';
    const subject = `OEFENING Wij hebben uw bericht ontvangen: ${CASE_NUMBER}`;
    const acknowledgement = mailOf(life.requester.email, subject, `${MARK} ${promised}`, 5);
    const round = [{ when: 'On confirmation', mails: mailsTo('acknowledgement', ['requester']) }];
    await checkMails({ ...life, mails: () => Promise.resolve([digest(2), digest(4), acknowledgement]) }, round);
    expect(wrongs(story)).toEqual([]);
    await checkMails({ ...life, mails: () => Promise.resolve([acknowledgement, digest(60)]) }, round);
    expect(wrongs(story)).toEqual([expect.stringContaining('2 requests not confirmed')]);
  });

  it('leaves out the digests that list a mail until staff have accepted it, though it was acknowledged long before', async () => {
    const { life, story } = await stagedLife();
    const subject = `REHEARSAL [20 WORKING DAYS LEFT] ${CASE_NUMBER} access: mail to sort`;
    const toSort = mailOf('sam.okafor@cttelecom.nl', subject, ENGLISH_MARK, 1);
    const accepted = mailOf('sam.okafor@cttelecom.nl', `REHEARSAL [NEW] ${CASE_NUMBER} access`, ENGLISH_MARK, 60);
    const round = [
      { when: 'In all', mails: [...mailsTo('mail_to_sort', ['sam-okafor']), ...mailsTo('new_case', ['sam-okafor'])] },
    ];
    await checkMails({ ...life, mails: () => Promise.resolve([toSort, digest(40), accepted]) }, round);
    expect(wrongs(story)).toEqual([]);
    await checkMails({ ...life, mails: () => Promise.resolve([toSort, accepted, digest(90)]) }, round);
    expect(wrongs(story)).toEqual([expect.stringContaining('2 requests not confirmed')]);
  });
});
