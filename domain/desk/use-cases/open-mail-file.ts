import type { Case, CaseContent } from '../../cases/case.ts';
import type { CaseText } from '../../cases/case-text.ts';
import { savedName } from '../../inbound-mail/given-out-as.ts';
import { joinedMail } from '../../inbound-mail/joined-mail.ts';
import type { InboundMailFiles } from '../../inbound-mail/ports.ts';
import { type CaseOnDeskDependencies, openCaseOnDesk } from './open-case-on-desk.ts';

export interface OpenMailFileDependencies extends CaseOnDeskDependencies {
  readonly mailFiles: InboundMailFiles;
}

/** Which one of what came by mail: the whole message, one of its files, or a whole message that joined the case later. */
export type MailFileWanted =
  | { readonly what: 'message' }
  | { readonly what: 'attachment'; readonly index: number }
  | { readonly what: 'joined'; readonly textId: string };

export type OpenedMailFile =
  | { readonly outcome: 'sign_in_needed' }
  /** No such case or file, or not one this member may see: which of them is not told. */
  | { readonly outcome: 'unknown' }
  /** The store has it no more. */
  | { readonly outcome: 'gone'; readonly caseNumber: string }
  | { readonly outcome: 'show'; readonly address: string };

/**
 * Leads a member of staff to something that came by mail, for a minute. A whole message is given out as bytes, to be
 * saved and never shown by the browser. That the case was looked at is recorded.
 */
export async function openMailFile(
  dependencies: OpenMailFileDependencies,
  sessionSecret: string | undefined,
  typedNumber: string,
  wanted: MailFileWanted,
): Promise<OpenedMailFile> {
  const opened = await openCaseOnDesk(dependencies, sessionSecret, typedNumber);
  if (opened.outcome !== 'show') return opened;
  const file = fileOf(opened, wanted);
  if (file === undefined) return { outcome: 'unknown' };
  const address = await dependencies.mailFiles.linkTo(file.objectKey, file.savedAs, file.mediaType);
  const { caseNumber } = opened.case;
  return address === undefined ? { outcome: 'gone', caseNumber } : { outcome: 'show', address };
}

interface Kept {
  readonly case: Case;
  readonly content: CaseContent;
  readonly texts: readonly CaseText[];
}

function fileOf({ case: subject, content, texts }: Kept, wanted: MailFileWanted) {
  switch (wanted.what) {
    case 'message':
      return wholeMessage(subject.inbound?.objectKey, subject.caseNumber);
    case 'joined': {
      const text = texts.find(({ textId }) => textId === wanted.textId);
      return wholeMessage(text && joinedMail(text), `${subject.caseNumber}-${wanted.textId}`);
    }
    case 'attachment': {
      const { objectKey = null, mediaType = null, fileName = '' } = content.mail?.attachments[wanted.index] ?? {};
      if (objectKey === null || mediaType === null) return undefined;
      return { objectKey, mediaType, savedAs: savedName(fileName, mediaType) };
    }
  }
}

function wholeMessage(objectKey: string | undefined, name: string) {
  return objectKey === undefined
    ? undefined
    : { objectKey, mediaType: 'application/octet-stream', savedAs: `${name}.eml` };
}
