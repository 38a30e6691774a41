import type { MailModel, MailRenderer } from '../../domain/outbox/mail-model.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { textsOf } from '../texts/texts-of.ts';
import { acknowledgement } from './acknowledgement.ts';
import { answerReady } from './answer-ready.ts';
import { paragraph, type MailDraft } from './blocks.ts';
import { caseReopened, message, restrictionLifting, retypedLetter, withdrawalConfirmed } from './case-letters.ts';
import { confirmRequest } from './confirm-request.ts';
import { confirmConsent, consentReceiptMail, consentWithdrawn, toCustomerService } from './consent-mails.ts';
import { confirmContact, contactChanged } from './contact-mails.ts';
import { extensionLetter } from './extension-letter.ts';
import { htmlPart } from './html-part.ts';
import { identityCode } from './identity-code.ts';
import { inquiry } from './inquiry.ts';
import { footerBlocks, type MailContext } from './mail-parts.ts';
import { marketingStopped } from './marketing-stopped.ts';
import { promiseMissed } from './promise-missed.ts';
import { recipientNotice, searchRequest } from './recipient-mails.ts';
import { staffNewCase, staffStep } from './staff-case.ts';
import { staffFigures } from './staff-figures.ts';
import { staffNotice } from './staff-notice.ts';
import { staffSignIn } from './staff-sign-in.ts';
import { staffUnconfirmed } from './staff-unconfirmed.ts';
import { textPart } from './text-part.ts';

/**
 * The mails of one organisation. Links in a model must be web addresses, and those to a page that takes a code must
 * carry it behind `#`; anything else throws RangeError.
 */
export function createMailRenderer(organisation: OrganisationProfile): MailRenderer {
  return (model, language, rehearsal) => {
    const context: MailContext = { organisation, language, texts: textsOf(language) };
    const draft = rehearsal ? asRehearsal(draftOf(model, context), context) : draftOf(model, context);
    const footer = footerBlocks(context);
    return {
      subject: draft.subject,
      text: textPart([...draft.blocks, ...footer]),
      html: htmlPart(draft, footer, language, organisation),
    };
  };
}

/** A mail before its renderings and without sender; see createMailRenderer. */
export function draftOf(model: MailModel, context: MailContext): MailDraft {
  switch (model.template) {
    case 'confirm_request':
      return confirmRequest(model, context);
    case 'marketing_stopped':
      return marketingStopped(model, context);
    case 'acknowledgement':
      return acknowledgement(model, context);
    case 'answer_ready':
    case 'answer_reminder':
      return answerReady(model, context);
    case 'inquiry':
      return inquiry(model, context);
    case 'identity_code':
      return identityCode(model, context);
    case 'message':
      return message(model, context);
    case 'extension_letter':
      return extensionLetter(model, context);
    case 'retyped':
      return retypedLetter(model, context);
    case 'restriction_lifting':
      return restrictionLifting(model, context);
    case 'withdrawal_confirmed':
      return withdrawalConfirmed(model, context);
    case 'case_reopened':
      return caseReopened(model, context);
    case 'confirm_contact':
      return confirmContact(model, context);
    case 'contact_changed':
      return contactChanged(model, context);
    case 'confirm_consent':
      return confirmConsent(model, context);
    case 'consent_receipt':
      return consentReceiptMail(model, context);
    case 'consent_withdrawn':
      return consentWithdrawn(model, context);
    case 'to_customer_service':
      return toCustomerService(model, context);
    case 'recipient_notice':
      return recipientNotice(model, context);
    case 'search_request':
      return searchRequest(model, context);
    case 'staff_notice':
      return staffNotice(model, context);
    case 'promise_missed':
      return promiseMissed(model, context);
    case 'staff_new_case':
      return staffNewCase(model, context);
    case 'staff_step':
      return staffStep(model, context);
    case 'staff_unconfirmed':
      return staffUnconfirmed(model, context);
    case 'staff_figures':
      return staffFigures(model, context);
    case 'staff_sign_in':
      return staffSignIn(model, context);
  }
}

function asRehearsal(draft: MailDraft, { texts }: MailContext): MailDraft {
  const { rehearsalSubject, rehearsalLine } = texts.shared;
  return {
    subject: `${rehearsalSubject} ${draft.subject}`,
    preview: rehearsalLine,
    blocks: [paragraph(rehearsalLine), ...draft.blocks],
  };
}
