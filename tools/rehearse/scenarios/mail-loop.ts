import { awaitMail } from '../acts.ts';
import { beginByMail, mailLetter } from '../letters-by-mail.ts';
import { answerEverything, casesOnDesk, sayingSo, setAside, withoutSayingSo } from '../machines.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { dayOnThisDesk } from '../on-this-desk.ts';
import { idOf, idsOf } from '../people.ts';
import { readerOn } from '../readers.ts';
import type { Scenario } from '../scenario.ts';

const wish = 'Ik wil graag inzage in alle persoonsgegevens die u van mij hebt.';
const forwarded = {
  subject: 'Verzoek van een klant',
  text: wish,
  requestTypes: ['access'],
  asks: 'sends on what a customer asked',
} as const;

export const mailLoop: Scenario = {
  name: 'mail-loop',
  title: 'A machine that answers every mail',
  shows:
    'Ticket systems answer each mail of the desk by themselves, with its subject: one that says what it is and two that do not. The desk mails each once or twice, and it ends by itself.',
  caseDays: 6,
  clock: 'desk',
  isShort: true,
  play: async (stage) => {
    const day = dayOnThisDesk(stage, { byMail: true });
    if (day === undefined) return;
    const { client, story } = stage;
    const handlers = idsOf(client.organisation, 'handler');
    const handler = idOf(client.organisation, 'handler');
    const desk = client.staff(handler);
    const before = await casesOnDesk(desk);
    const tickets = readerOn(stage, { name: 'Klantenservice Jansen', language: 'nl' });
    const honest = readerOn(stage, { name: 'Helpdesk Pieters', language: 'nl' });
    const stopping = readerOn(stage, { name: 'Balie Smit', language: 'nl' });
    const machines = [tickets, honest, stopping];

    await mailLetter(stopping, client.organisation.supportEmail, { subject: 'Afmelden', text: 'Afmelden' });
    stopping.tell(stopping.name, 'mails “Afmelden”');
    const [{ life }, , ...answered] = await Promise.all([
      beginByMail(tickets, day, forwarded),
      beginByMail(honest, day, forwarded),
      answerEverything(tickets, withoutSayingSo, 1),
      answerEverything(honest, sayingSo, 1),
      answerEverything(stopping, withoutSayingSo, 1),
    ]);
    for (const [index, letters] of answered.entries()) {
      const name = machines[index]?.name ?? '';
      for (const { subject, at } of letters) life.tell(name, `answers by itself: ${subject}`, at);
    }
    // What the third copies of a mail without a case number may look like a request, which is acknowledged once a day.
    const atMost = [1, 1, 2];
    story.check(
      'Each was mailed once, the third perhaps twice, and then it was quiet',
      answered.flatMap(({ length: count }, index) =>
        count >= 1 && count <= (atMost[index] ?? 0) ? [] : [`${machines[index]?.name} was mailed ${count} times.`],
      ),
    );
    await awaitMail(life, 'requester_wrote', handler);
    const count = await setAside(desk, machines, before);
    life.tell(desk.member.name, `sets aside what they wrote: ${count} mails`);
    story.check('Staff had a few mails to sort', count >= 2 && count <= 4 ? [] : [`There were ${count} to set aside.`]);

    const more = answerEverything(tickets, withoutSayingSo, 0);
    await mailLetter(tickets, client.organisation.mailFrom.address, {
      subject: `[Ticket 4711] Gesloten: Re: ${life.accepted.caseNumber}`,
      text: `Uw ticket is gesloten.\n\n${wish}`,
    });
    life.tell(tickets.name, 'says by itself that its ticket is closed');
    await setAside(desk, machines, before);
    const { length: mailed } = await more;
    story.check('Nor is that answered', mailed === 0 ? [] : [`It was mailed ${mailed} times more.`]);
    await checkMails(life, [
      {
        when: 'On arrival',
        mails: [...mailsTo('acknowledgement', ['requester']), ...mailsTo('mail_to_sort', handlers)],
      },
      { when: 'On the answer of the machine', mails: mailsTo('requester_wrote', handlers) },
    ]);
  },
};
