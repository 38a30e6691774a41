import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { paragraph, type MailDraft } from './blocks.ts';
import { requesterAction, type MailContext } from './mail-parts.ts';

type Model = Extract<MailModel, { template: 'staff_sign_in' }>;

/** Lets a member of staff into a session. */
export function staffSignIn(model: Model, context: MailContext): MailDraft {
  const { staffMails } = context.texts;
  const { signIn } = staffMails;
  return {
    subject: `[${staffMails.urgencies.signIn}] ${staffMails.signInSubject}`,
    preview: signIn.lead,
    blocks: [
      paragraph(staffMails.greeting(model.staffName)),
      paragraph(signIn.lead),
      ...requesterAction(signIn.button, model.signInUrl, context.texts),
      paragraph(signIn.lives(model.validMinutes)),
      paragraph(signIn.notYou),
      paragraph(staffMails.onlyForYou),
    ],
  };
}
