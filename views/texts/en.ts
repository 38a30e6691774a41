import { answerKit } from './en/answer-kit.ts';
import { apiReference } from './en/api-reference.ts';
import { consentMails } from './en/consent-mails.ts';
import { consentPages } from './en/consent-pages.ts';
import { deskActions } from './en/desk-actions.ts';
import { deskConsents } from './en/desk-consents.ts';
import { deskFields } from './en/desk-fields.ts';
import { deskMail } from './en/desk-mail.ts';
import { deskPages } from './en/desk-pages.ts';
import { deskRules } from './en/desk-rules.ts';
import { deskWords } from './en/desk-words.ts';
import { deskWork } from './en/desk-work.ts';
import { drafts } from './en/drafts.ts';
import { filePages } from './en/file-pages.ts';
import { layout } from './en/layout.ts';
import { ownCase } from './en/own-case.ts';
import { reportPages } from './en/report-pages.ts';
import { letters } from './en/letters.ts';
import { linkStates } from './en/link-states.ts';
import { recipientMails } from './en/recipient-mails.ts';
import { requesterMails } from './en/requester-mails.ts';
import { requesterPages } from './en/requester-pages.ts';
import { shared } from './en/shared.ts';
import { staffFigures } from './en/staff-figures.ts';
import { staffMails } from './en/staff-mails.ts';
import { staffNotices } from './en/staff-notices.ts';
import { words } from './en/words.ts';
import type { Texts } from './nl.ts';

/** Every text in English: exactly the keys of the Dutch one. */
export const en: Texts = {
  words,
  shared,
  layout,
  requesterMails,
  recipientMails,
  consentMails,
  staffMails,
  staffNotices,
  staffFigures,
  requesterPages,
  consentPages,
  ownCase,
  reportPages,
  linkStates,
  filePages,
  deskPages,
  deskConsents,
  deskActions,
  deskMail,
  deskFields,
  deskRules,
  deskWords,
  deskWork,
  answerKit,
  apiReference,
  drafts,
  letters,
};
