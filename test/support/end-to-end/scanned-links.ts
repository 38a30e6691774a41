import { tokenHash } from '../../../domain/desk/action-token.ts';
import type { CaseEventType } from '../../../domain/cases/case-events.ts';
import { textsOf } from '../../../views/texts/texts-of.ts';
import { actOnDesk } from './desk-acts.ts';
import { answeredCase, askedCase, openedCase } from './lives.ts';
import { deskLinksIn } from './links-of-mails.ts';
import { mailTo, secretIn } from './mailbox.ts';
import { unique } from './requests.ts';
import { desk } from './running-desk.ts';
import { anna } from './staff.ts';
import type { Scope } from './state-of-desk.ts';
import { cases, storedCase } from './stored.ts';
import { asked, postConsents, storedRecords, subscribed, topicsOn } from './subscribers.ts';
import { type Answered, call, press } from './web.ts';

/** Links that lie in a mailbox, and what may become of them. */
export interface Scanned extends Scope {
  readonly links: readonly string[];
  readonly caseNumber: string | null;
  /** What a scanner that presses buttons may bring about, since it can be undone. Nothing else may be in the case. */
  readonly mayHappen: readonly CaseEventType[];
  /** The reader of the mail does what the link is for; throws when that fails. */
  readonly human: () => Promise<void>;
}

export interface LinkKind {
  readonly name: string;
  readonly arrange: () => Promise<Scanned>;
}

const texts = textsOf('en');

/** Throws unless a page has this title. */
function expectPage({ status, text }: Answered, title: string): void {
  const shown = /<h1[^>]*>(.*?)<\/h1>/s.exec(text)?.[1]?.replaceAll(/\s+/g, ' ').trim() ?? '';
  if (status !== 200 || shown !== title) throw new Error(`instead of “${title}” came ${status} “${shown}”`);
}

/** What links to one case have in common. */
export const ofCase = (caseNumber: string, mailboxes: readonly string[]) => ({
  caseNumber,
  words: [caseNumber],
  mailboxes,
});

const ANSWER = unique('What we hold: ');

/** What mails to requesters, recipients and readers of newsletters hold. */
export const LINKS_OF_PEOPLE: readonly LinkKind[] = [
  {
    name: 'confirms a request',
    arrange: async () => {
      const { caseNumber, confirmSecret, request } = await askedCase();
      const mail = await mailTo(request.requester.email, [caseNumber]);
      return {
        ...ofCase(caseNumber, [request.requester.email]),
        links: deskLinksIn(mail),
        mayHappen: ['request_confirmed'],
        human: async () => {
          expectPage(await press('/confirm', { token: confirmSecret }), texts.requesterPages.confirmed.title);
          const { status } = await storedCase(caseNumber);
          if (status !== 'open') throw new Error(`the case is ${status}`);
        },
      };
    },
  },
  {
    name: 'collects an answer',
    arrange: async () => {
      const { caseNumber, collectSecret, collectionCode, answerMail, request } = await answeredCase({}, ANSWER);
      return {
        ...ofCase(caseNumber, [request.requester.email]),
        links: deskLinksIn(answerMail),
        mayHappen: [],
        human: async () => {
          const page = await press('/collect', { token: collectSecret, collectionCode });
          expectPage(page, texts.requesterPages.answers.title);
          if (!page.text.includes(ANSWER)) throw new Error('the page lacks the answer');
        },
      };
    },
  },
  {
    name: 'leads to the own case',
    arrange: async () => {
      const { caseNumber, collectionCode, request } = await openedCase();
      const mail = await mailTo(request.requester.email, [caseNumber, '/case?']);
      return {
        ...ofCase(caseNumber, [request.requester.email]),
        links: deskLinksIn(mail),
        mayHappen: [],
        human: async () => {
          expectPage(await press('/case', { caseNumber, collectionCode }), texts.ownCase.page.title);
        },
      };
    },
  },
  {
    name: 'confirms a new address',
    arrange: async () => {
      const { caseNumber, collectionCode, request } = await openedCase();
      const email = `${unique('moved.')}@example.com`;
      await press('/case/act', { caseNumber, collectionCode, act: 'change_address', email });
      const mail = await mailTo(email, [caseNumber, '/confirm-contact?']);
      const token = secretIn(mail, 'confirm-contact');
      return {
        ...ofCase(caseNumber, [email, request.requester.email]),
        links: deskLinksIn(mail),
        mayHappen: ['contact_changed'],
        human: async () => {
          expectPage(await press('/confirm-contact', { token }), texts.ownCase.confirmContact.doneTitle);
          const content = await cases.findContent(caseNumber);
          if (content?.requester.email !== email) throw new Error('the address is the old one');
        },
      };
    },
  },
  {
    name: 'asks a department what it found',
    arrange: async () => {
      const { caseNumber, promisedDate } = await openedCase();
      const fields = { departmentId: 'network', text: 'Look for Robin Example.', until: promisedDate };
      await actOnDesk(anna, 'search', caseNumber, null, fields);
      const mail = await mailTo('network@cttelecom.nl', [caseNumber, '/report?']);
      const token = secretIn(mail, 'report');
      return {
        ...ofCase(caseNumber, ['network@cttelecom.nl']),
        links: deskLinksIn(mail),
        mayHappen: [],
        human: async () => {
          const reported = await press('/report/act', { token, as: 'done', text: 'Nothing.' });
          expectPage(reported, texts.reportPages.reported.title);
        },
      };
    },
  },
  {
    name: 'signs up for a newsletter',
    arrange: async () => {
      const email = `${unique('reader.')}@example.com`;
      const token = await asked(email, ['nieuwsbrief']);
      const mail = await mailTo(email, ['/newsletter/confirm?']);
      return {
        words: [email, tokenHash(token)],
        mailboxes: [email],
        caseNumber: null,
        links: deskLinksIn(mail),
        mayHappen: [],
        human: async () => {
          const page = await press('/newsletter/confirm', { token, decision: 'confirm' });
          if (page.status !== 200) throw new Error(`confirming was answered by ${page.status}`);
          if ((await topicsOn(email)).join() !== 'nieuwsbrief') throw new Error('the newsletter is not on');
        },
      };
    },
  },
  {
    name: 'shows and stops a newsletter',
    arrange: async () => {
      const { email, token } = await subscribed(['nieuwsbrief', 'mailing']);
      const mail = await mailTo(email, ['/unsubscribe/']);
      const [record] = await storedRecords(email);
      const page = deskLinksIn(mail).find((link) => link.includes('/unsubscribe/')) ?? '';
      const receipts = ['/receipt', '/receipt.json'].map((path) => page.replace(token, `${token}${path}`));
      return {
        words: [email, record?.contact.mac ?? email],
        mailboxes: [email],
        caseNumber: null,
        // The header of RFC 8058 holds the address without a language; the mail that says it has stopped, the form.
        links: [...deskLinksIn(mail), page.replace(/\?.*/, ''), ...receipts, `${desk.url}/newsletter?language=en`],
        mayHappen: [],
        human: async () => {
          const { status, text } = await call(`/unsubscribe/${token}?language=en`);
          if (status !== 200) throw new Error(`the page of preferences was answered by ${status}: ${text.length}`);
          await press(`/unsubscribe/${token}`, { stop: 'all' });
          if ((await topicsOn(email)).length > 0) throw new Error('the newsletter goes on');
          await postConsents({ language: 'en', email, topics: ['nieuwsbrief'], ageConfirmed: true });
        },
      };
    },
  },
];
