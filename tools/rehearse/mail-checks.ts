import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../domain/deadlines/format.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import type { Mail } from '../desk-client/mailbox.ts';
import { rehearsalAddressOf } from '../desk-client/staff.ts';
import type { Life } from './life.ts';
import { isMail, type MailKind } from './mail-subjects.ts';
import { type Addressee, inWords, nameOf } from './people.ts';

/** Mails that come at the same time: one of each kind for each person. */
export interface MailRound {
  /** When and why, as the start of a sentence: `On confirmation`. */
  readonly when: string;
  readonly mails: readonly { readonly kind: MailKind; readonly to: Addressee }[];
  /** Such as those of a rung that comes only when the machine is slow: nothing is wrong without them, or late. */
  readonly mayStayOut?: true;
}

/** One kind of mail for several people. */
export function mailsTo(kind: MailKind, people: readonly Addressee[]): MailRound['mails'] {
  return people.map((to) => ({ kind, to }));
}

/**
 * Checks that exactly these mails came, to these people, round after round, and writes them into the story. Every mail
 * must carry the mark of a rehearsal; those to staff may hold nothing of the requester.
 */
export async function checkMails(life: Life, rounds: readonly MailRound[]): Promise<void> {
  const left = new Set(await withoutOthersDigests(life, rounds));
  const { story } = life.stage;
  let roundBefore: Temporal.Instant | undefined;
  for (const { when, mails, mayStayOut } of rounds) {
    const problems: string[] = [];
    const came: Came[] = [];
    for (const { kind, to } of mails) {
      const found = [...left].find((mail) => isMail(life, mail, kind, to));
      if (found === undefined) {
        problems.push(`The mail ${words(kind)} to ${addressee(life, to)} did not come.`);
        continue;
      }
      left.delete(found);
      came.push({ mail: found, kind });
    }
    const first = came.map(({ mail }) => mail.arrivedAt).toSorted((a, b) => Temporal.Instant.compare(a, b))[0];
    if (first !== undefined && roundBefore !== undefined && Temporal.Instant.compare(first, roundBefore) < 0) {
      problems.push('They came before the mails of the round before.');
    }
    tellRound(life, came);
    if (mayStayOut === true) continue;
    roundBefore = first ?? roundBefore;
    story.check(`${when}: ${roundInWords(life, mails)}`, problems);
  }
  story.check(
    'No other mail came',
    [...left].map((mail) => `"${mail.subject}" went to ${mail.to}.`),
  );
  await checkWords(life);
}

/** What a digest may be on its way when the case it lists is confirmed. */
const DIGEST_SECONDS = 10;

/**
 * The mails of a life. A digest goes out to all whenever any other life has one made, and lists whatever is unconfirmed
 * just then; only a life that expects a digest counts its first one, and one that is open may be in none. A mail that
 * nobody sorts is never open.
 */
async function withoutOthersDigests(life: Life, rounds: readonly MailRound[]): Promise<readonly Mail[]> {
  const mails = await life.mails();
  const expected = rounds.flatMap((round) => round.mails);
  const { staff } = life.stage.client.organisation;
  const toStaff = (kind: MailKind) => (mail: Mail) => staff.some(({ staffId }) => isMail(life, mail, kind, staffId));
  const isFromMail = mails.some(toStaff('mail_to_sort'));
  const isOpening = isFromMail
    ? toStaff('new_case')
    : (mail: Mail) => isMail(life, mail, 'acknowledgement', 'requester');
  const opened = mails.find(isOpening)?.arrivedAt;
  if (opened === undefined && !isFromMail) return mails;
  const counted = new Set<string>();
  return mails.filter((mail) => {
    const member = staff.find(({ staffId }) => isMail(life, mail, 'digest', staffId));
    if (member === undefined) return true;
    const isFirst = !counted.has(member.staffId);
    counted.add(member.staffId);
    if (isFirst && expected.some(({ kind, to }) => kind === 'digest' && to === member.staffId)) return true;
    return opened !== undefined && opened.until(mail.arrivedAt).total('seconds') > DIGEST_SECONDS;
  });
}

interface Came {
  readonly mail: Mail;
  readonly kind: MailKind;
}

/** One line for each kind of mail, with all it went to. */
function tellRound(life: Life, came: readonly Came[]): void {
  for (const [kind, group] of Map.groupBy(came, (each) => each.kind)) {
    const mails = group.map(({ mail }) => mail);
    const people = inWords(mails.map((mail) => personAt(life, mail.to)));
    const subjects = [...new Set(mails.map((mail) => bareSubject(life, mail)))].join(' / ');
    const what = `mails ${people}: ${subjects}`;
    const rung = [...life.ladder, life.rung('still_open_1')].find(({ step }) => step === kind);
    const due = kind === 'apology' ? life.rung('promise_missed') : rung;
    if (due === undefined) life.tell('the desk', what, mails[0]?.arrivedAt);
    // A second of a fast rehearsal is some hours: a rung stands where it was due, as the workflow's plan shows.
    else life.stage.story.tell({ at: due.at, who: 'the desk', what });
  }
}

/** A subject without the mark of a rehearsal and the case number. */
function bareSubject(life: Life, { subject }: Mail): string {
  return subject.replace(/^[A-Z]+ /, '').replace(new RegExp(`:? ${life.accepted.caseNumber}$`), '');
}

async function checkWords(life: Life): Promise<void> {
  const { story } = life.stage;
  const mails = await life.mails();
  const { name, email, language } = life.requester;
  const marks = (['nl', 'en'] as const).map((each) => textsOf(each).shared);
  story.check(
    'Every mail says in its subject and first line that this is a rehearsal',
    mails
      .filter(
        ({ subject, text }) =>
          !marks.some(
            ({ rehearsalSubject, rehearsalLine }) =>
              subject.startsWith(`${rehearsalSubject} `) && text.startsWith(rehearsalLine),
          ),
      )
      .map(({ subject }) => `"${subject}" does not.`),
  );
  story.check(
    'No mail to anybody else names the requester',
    mails
      .filter((mail) => mail.to !== email && [name, email].some((datum) => datum !== '' && mail.text.includes(datum)))
      .map(({ subject }) => `"${subject}" does.`),
  );
  const promised = formatDate(life.dates.promisedDate, language);
  const acknowledgement = mails.find((mail) => isMail(life, mail, 'acknowledgement', 'requester'));
  if (acknowledgement === undefined) return;
  story.check(
    `The acknowledgement promises an answer by ${formatDate(life.dates.promisedDate, 'en')}`,
    acknowledgement.text.includes(promised) ? [] : [`It does not name ${promised}.`],
  );
}

function roundInWords(life: Life, mails: MailRound['mails']): string {
  const groups = [...Map.groupBy(mails, ({ kind }) => kind)];
  return groups
    .map(([kind, each]) => `mail ${words(kind)} to ${inWords(each.map(({ to }) => addressee(life, to)))}`)
    .join('; ');
}

function words(kind: MailKind): string {
  return `“${kind.replaceAll('_', ' ')}”`;
}

function addressee(life: Life, to: Addressee): string {
  return to === 'requester' ? 'the requester' : nameOf(life.stage.client.organisation, to);
}

function personAt(life: Life, address: string): string {
  if (address === life.requester.email) return life.requester.name;
  const { desk, organisation } = life.stage.client;
  const recipient = organisation.recipients.find(
    ({ recipientId, contactEmail }) =>
      address ===
      (desk.rehearsalMailDomain === undefined ? contactEmail : `${recipientId}@${desk.rehearsalMailDomain}`),
  );
  const member = organisation.staff.find((each) => rehearsalAddressOf(desk, each) === address);
  return member?.name ?? recipient?.name ?? address;
}
