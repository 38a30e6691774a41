import { answerKit } from './nl/answer-kit.ts';
import { apiReference } from './nl/api-reference.ts';
import { consentMails } from './nl/consent-mails.ts';
import { consentPages } from './nl/consent-pages.ts';
import { deskActions } from './nl/desk-actions.ts';
import { deskConsents } from './nl/desk-consents.ts';
import { deskFields } from './nl/desk-fields.ts';
import { deskMail } from './nl/desk-mail.ts';
import { deskPages } from './nl/desk-pages.ts';
import { deskRules } from './nl/desk-rules.ts';
import { deskWords } from './nl/desk-words.ts';
import { deskWork } from './nl/desk-work.ts';
import { drafts } from './nl/drafts.ts';
import { filePages } from './nl/file-pages.ts';
import { layout } from './nl/layout.ts';
import { ownCase } from './nl/own-case.ts';
import { reportPages } from './nl/report-pages.ts';
import { letters } from './nl/letters.ts';
import { linkStates } from './nl/link-states.ts';
import { recipientMails } from './nl/recipient-mails.ts';
import { requesterMails } from './nl/requester-mails.ts';
import { requesterPages } from './nl/requester-pages.ts';
import { shared } from './nl/shared.ts';
import { staffFigures } from './nl/staff-figures.ts';
import { staffMails } from './nl/staff-mails.ts';
import { staffNotices } from './nl/staff-notices.ts';
import { words } from './nl/words.ts';

/** Every text in Dutch. Its keys are the ones each other language must have. */
export const nl = {
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

export type Texts = typeof nl;
