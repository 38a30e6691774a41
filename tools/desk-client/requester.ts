import type { OwnCaseAct } from '../../contracts/http/forms.ts';
import { createBrowser, type Page } from './browser.ts';
import type { DeskAddress } from './desk-address.ts';
import type { MailLink } from './mail-links.ts';

/** What stands on the receipt of a request. */
export interface Receipt {
  readonly caseNumber: string;
  readonly collectionCode: string;
}

/** What a requester does on the page of the own case, and what people with a link from a mail do. */
export interface RequesterDoors {
  /** Opens a case with number and code. */
  readonly openOwnCase: (receipt: Receipt) => Promise<Page>;
  /** Adds, corrects or answers something in writing. */
  readonly writeToDesk: (receipt: Receipt, text: string) => Promise<Page>;
  /** Types the code that was sent to an address on file. */
  readonly enterIdentityCode: (receipt: Receipt, code: string) => Promise<Page>;
  /** Withdraws parts by id, or everything. */
  readonly withdraw: (receipt: Receipt, parts: readonly string[] | 'everything') => Promise<Page>;
  /** Names another e-mail address; it counts once `confirmContact` pressed the button in the mail to it. */
  readonly changeAddress: (receipt: Receipt, email: string) => Promise<Page>;
  /** Has the mail that matters now sent once more. */
  readonly sendAgain: (receipt: Receipt) => Promise<Page>;
  /** Presses the button behind the link of a mail to a new address. */
  readonly confirmContact: (link: MailLink) => Promise<Page>;
  /** Opens the link of a recipient or a department. */
  readonly openReport: (link: MailLink) => Promise<Page>;
  /** A recipient or a department says what became of its task; `reason` when it cannot be done. */
  readonly reportTask: (link: MailLink, answer: 'done' | { readonly reason: string }) => Promise<Page>;
}

/** The doors of a desk for people outside it. Every call comes from a browser of its own. */
export function createRequesterDoors(desk: DeskAddress): RequesterDoors {
  const post = (path: string, fields: Readonly<Record<string, string>>) => createBrowser(desk.url).post(path, fields);
  const act = ({ caseNumber, collectionCode }: Receipt, what: OwnCaseAct, fields: Readonly<Record<string, string>>) =>
    post('/case/act', { caseNumber, collectionCode, act: what, ...fields });
  return {
    openOwnCase: ({ caseNumber, collectionCode }) => post('/case', { caseNumber, collectionCode }),
    writeToDesk: (receipt, text) => act(receipt, 'write', { text }),
    enterIdentityCode: (receipt, code) => act(receipt, 'identity_code', { code }),
    withdraw: (receipt, parts) =>
      act(
        receipt,
        'withdraw',
        parts === 'everything' ? { all: 'on' } : Object.fromEntries(parts.map((partId) => [`part_${partId}`, 'on'])),
      ),
    changeAddress: (receipt, email) => act(receipt, 'change_address', { email }),
    sendAgain: (receipt) => act(receipt, 'send_again', {}),
    confirmContact: (link) => post(`/confirm-contact${searchOf(link)}`, { token: link.secret }),
    openReport: (link) => post(`/report${searchOf(link)}`, { token: link.secret }),
    reportTask: (link, answer) =>
      post(`/report/act${searchOf(link)}`, {
        token: link.secret,
        ...(answer === 'done' ? { as: 'done' } : { as: 'cannot', text: answer.reason }),
      }),
  };
}

/** A page is asked for in the language of the mail. */
export function searchOf(link: MailLink): string {
  return new URL(link.url).search;
}
