import { linksIn } from '../../../tools/desk-client/mail-links.ts';
import { invokeSweep } from '../../../tools/desk-client/sweep.ts';
import { waitFor } from '../../../tools/desk-client/wait.ts';
import type { StaffMember } from '../../../domain/organisation.ts';
import { isDone } from './desk-acts.ts';
import { deskLinksIn } from './links-of-mails.ts';
import { askedCase, newCaseMail, openedCase, staffSecrets } from './lives.ts';
import { approveByMail, fileProposed, noticeTo } from './lives-of-two.ts';
import { mailsTo, secretIn, signInMailAfter } from './mailbox.ts';
import { desk } from './running-desk.ts';
import { type LinkKind, ofCase } from './scanned-links.ts';
import { anna, sam, sessionIn, sessionOf } from './staff.ts';
import { press } from './web.ts';

/** Presses a link in a browser that knows nobody, and the link of the mail that comes then. Answers the session. */
export async function signInBy(member: StaffMember, token: string): Promise<string> {
  const mail = await signInMailAfter(member.email, () => press('/desk/act', { token }));
  const session = sessionIn(await press('/desk/sign-in', { token: secretIn(mail, 'desk/sign-in') }));
  if (session === undefined) throw new Error(`${member.name} was not signed in`);
  return session;
}

async function takeBy(token: string): Promise<void> {
  const { text } = await press('/desk/decide', { token }, { session: await signInBy(anna, token) });
  if (!isDone(text)) throw new Error('the case could not be taken');
}

/** What mails to the staff hold. */
export const LINKS_OF_STAFF: readonly LinkKind[] = [
  {
    name: 'acts on a case',
    arrange: async () => {
      const { caseNumber, request } = await openedCase();
      const mail = await newCaseMail(anna, caseNumber);
      return {
        ...ofCase(caseNumber, [anna.email, request.requester.email]),
        links: deskLinksIn(mail),
        mayHappen: [],
        human: () => takeBy(staffSecrets(mail).take),
      };
    },
  },
  {
    name: 'approves',
    arrange: async () => {
      const { caseNumber, request } = await fileProposed({ name: 'Your data', content: 'name,since\nJan,2019\n' });
      return {
        ...ofCase(caseNumber, [sam.email, request.requester.email]),
        links: deskLinksIn(await noticeTo(sam, caseNumber, 'approval_wanted')).slice(0, 1),
        mayHappen: [],
        human: () => approveByMail(sam, caseNumber),
      };
    },
  },
  {
    name: 'accepts or dismisses what nobody confirmed',
    arrange: async () => {
      const { caseNumber, request } = await askedCase();
      await invokeSweep(desk, 'digest');
      const links = await waitFor(`the digest with ${caseNumber}`, 60, async () => {
        const about = (await mailsTo(anna.email)).flatMap(({ text }) => linksIn(text));
        const ours = about.filter((link) => link.caseNumber === caseNumber);
        return ours.length === 0 ? undefined : ours;
      });
      const [accept] = links;
      return {
        ...ofCase(caseNumber, [anna.email, request.requester.email]),
        links: links.map(({ url }) => url),
        mayHappen: [],
        human: async () => {
          const session = await sessionOf(anna);
          const { text } = await press('/desk/decide', { token: accept?.secret ?? '' }, { session });
          if (!isDone(text)) throw new Error('the request could not be accepted');
        },
      };
    },
  },
  {
    name: 'signs somebody in',
    arrange: async () => {
      const { caseNumber, request } = await openedCase();
      const { take } = staffSecrets(await newCaseMail(anna, caseNumber));
      const mail = await signInMailAfter(anna.email, () => press('/desk/act', { token: take }));
      return {
        ...ofCase(caseNumber, [anna.email, request.requester.email]),
        links: deskLinksIn(mail),
        // It can be handed over again.
        mayHappen: ['case_taken'],
        human: async () => {
          await signInBy(anna, take);
        },
      };
    },
  },
];
