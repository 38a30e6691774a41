import { THE_DESK } from '../../cases/actor.ts';
import { instantText } from '../../instants.ts';
import type { MailOrder } from '../../outbox/outbox-row.ts';
import { SIGN_UP, type SuppressionReason } from '../suppression.ts';
import { withdrawConsent, type WithdrawDependencies } from './withdraw-consent.ts';

/**
 * A mail about consents did not arrive, or its reader called it spam: that address is mailed no more. About a sign-up
 * nobody confirmed, it gets one such mail in thirty days at most (threat 32). Does nothing for other mails. Throws what
 * withdrawConsent throws.
 */
export async function recordConsentMailReport(
  dependencies: WithdrawDependencies,
  order: MailOrder,
  reason: Extract<SuppressionReason, 'bounced' | 'complained'>,
): Promise<void> {
  const { consents, clock } = dependencies;
  if (order.template === 'confirm_consent') {
    const signUp = await consents.findSignUp(order.signUpId);
    if (signUp === undefined || reason === 'bounced') return;
    const { contact } = signUp;
    const at = instantText(clock.now());
    await consents.commit({ suppressions: [{ contact, channel: 'email', scope: SIGN_UP, reason, at }] });
  }
  if (order.template === 'consent_receipt' || order.template === 'consent_withdrawn') {
    const act = { topics: 'all', reason, through: 'mail_event', by: THE_DESK, caseNumber: null } as const;
    await withdrawConsent(dependencies, { contact: order.contact }, act);
  }
}
