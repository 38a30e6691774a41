import { Temporal } from 'temporal-polyfill';
import type { Mail } from '../../desk-client/mailbox.ts';
import { act, answerAll, awaitMail } from '../acts.ts';
import { acceptAsProposed, beginByMail, mailLetter, quoted } from '../letters-by-mail.ts';
import { checkMails, type MailRound, mailsTo } from '../mail-checks.ts';
import { dayOnThisDesk } from '../on-this-desk.ts';
import { idOf, idsOf } from '../people.ts';
import { checkMayMail, type Reader, readerOn, subscribe } from '../readers.ts';
import type { Life } from '../life.ts';
import type { Scenario } from '../scenario.ts';
import { awaitWorkflow } from '../workflow-checks.ts';

const news = 'nieuwsbrief';
const wishes = [
  'Ik wil graag inzage in alle persoonsgegevens die u van mij hebt.',
  'Daarnaast wil ik mijn gegevens in een bestand ontvangen, zodat ik ze aan een andere aanbieder kan doorgeven.',
  'Een computer heeft besloten dat ik geen abonnement op afbetaling krijg. Ik wil dat een mens daar opnieuw naar kijkt.',
];
const footer = [
  'U ontvangt deze e-mail omdat u zich hebt aangemeld voor onze nieuwsbrief.',
  'Wilt u deze mails niet meer ontvangen? Klik hier: Afmelden | Uitschrijven',
].join('\n');
const letter = [
  'Goedendag,',
  ...wishes,
  'Met vriendelijke groet,\nRuud Vermeulen',
  'Op di 24 nov 2026 om 10:12 schreef CT Telecom <nieuws@cttelecom.nl>:',
  quoted(`Beste lezer,\n\nDit is er nieuw.\n\n${footer}`),
].join('\n\n');
const reply = 'Mijn klantnummer is 4711. Ik woonde vroeger aan de Kerkstraat.';
const answers = [
  'Dit zijn de soorten gegevens die wij van u hebben.',
  'Uw gegevens staan klaar als bestand.',
  'Een medewerker heeft opnieuw gekeken: u krijgt het abonnement.',
];

export const letterByMail: Scenario = {
  name: 'letter-by-mail',
  title: 'Three wishes in one mail',
  shows:
    'A mail with three requests under it a quoted newsletter is acknowledged, accepted with one press and worked to its answer; a reply joins the case and wakes its handler; the quoted “afmelden” stops nothing.',
  caseDays: 14,
  clock: 'desk',
  isShort: true,
  play: async (stage) => {
    const day = dayOnThisDesk(stage, { byMail: true });
    if (day === undefined) return;
    const { organisation } = stage.client;
    const handlers = idsOf(organisation, 'handler');
    const handler = idOf(organisation, 'handler');
    const reader = readerOn(stage, { name: 'Ruud Vermeulen', language: 'nl' });
    const own = (await subscribe(reader, [news])).arrivedAt;
    const { life, acknowledgement } = await beginByMail(reader, day, {
      subject: 'Mijn gegevens',
      text: letter,
      requestTypes: ['access', 'portability', 'automated_decision'],
      asks: 'mails three wishes, above a newsletter that the mail program quotes',
    });
    const sorted = await acceptAsProposed(life, handler);
    stage.story.check(
      'The page shows the words that speak for each',
      wishes.filter((wish) => !sorted.text.includes(wish)).map((wish) => `It lacks “${wish}”.`),
    );
    await awaitWorkflow(life);
    await act(life, { staffId: handler, from: 'new_case' }, 'take');
    await replyByMail(life, reader, acknowledgement, handler);
    await answerAll(life, { staffId: handler, from: 'requester_wrote' }, answers);
    await awaitMail(life, 'answer_ready', 'requester');
    await checkMayMail(reader, 'The quoted “afmelden” has stopped nothing', { [news]: true });
    const others = (await reader.mails()).filter((mail) => !mail.caseNumbers.includes(life.accepted.caseNumber));
    stage.story.check(
      'No mail besides those of the case',
      others
        .filter(({ arrivedAt }) => Temporal.Instant.compare(arrivedAt, own) > 0)
        .map(({ subject }) => `“${subject}” came.`),
    );
    await checkMails(life, [
      {
        when: 'On arrival',
        mails: [...mailsTo('acknowledgement', ['requester']), ...mailsTo('mail_to_sort', handlers)],
      },
      {
        when: 'When it is accepted',
        mails: [...mailsTo('new_case', handlers), ...mailsTo('expiring_data', handlers)],
      },
      { when: 'On the reply', mails: mailsTo('requester_wrote', [handler]) },
      { when: 'On the last answer', mails: mailsTo('answer_ready', ['requester']) },
      { when: 'Where the days of the desk are short', mails: rungMails(life), mayStayOut: true },
    ]);
  },
};

/** The reply goes to the address the acknowledgement came from, with its number in the subject, and quotes it whole. */
async function replyByMail(life: Life, reader: Reader, to: Mail, handler: string): Promise<void> {
  const { client, story } = life.stage;
  const [name, address] = [client.organisation.mailFrom.name, client.organisation.mailFrom.address];
  const headers = await client.mailbox.headersOf(to);
  const messageId = headers.find(({ name: header }) => header.toLowerCase() === 'message-id')?.value ?? '';
  await mailLetter(reader, address, {
    subject: `Re: ${to.subject}`,
    text: `${reply}\n\nOp wo 25 nov 2026 om 09:00 schreef ${name} <${address}>:\n\n${quoted(to.text)}`,
    headers: { 'In-Reply-To': messageId, References: messageId },
  });
  life.tell(reader.name, 'answers the acknowledgement by mail');
  await awaitMail(life, 'requester_wrote', handler);
  const page = await client.staff(handler).showCase(life.accepted.caseNumber);
  const [firstQuoted = ''] = to.text.split('\n');
  story.check('The case shows what was written, and nothing that was quoted', [
    ...(page.text.includes(reply) ? [] : ['It lacks the reply.']),
    ...(page.text.includes(`> ${firstQuoted}`) || page.text.includes(firstQuoted) ? ['It holds what was quoted.'] : []),
  ]);
}

/** How the desk was started says how long its days are: with short ones rungs come while people act. */
const RUNGS = ['unclaimed', 'ten_days_left', 'five_days_left', 'two_days_left', 'one_day_left', 'target_day'] as const;

function rungMails({ stage }: Life): MailRound['mails'] {
  const staff = stage.client.organisation.staff.map(({ staffId }) => staffId);
  return RUNGS.flatMap((step) => mailsTo(step, staff));
}
