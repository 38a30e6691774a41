import type { Temporal } from 'temporal-polyfill';
import { THE_DESK } from '../../cases/actor.ts';
import { instantText } from '../../instants.ts';
import type { MailOrder } from '../../outbox/outbox-row.ts';
import { SIGN_UP, type SuppressionReason } from '../suppression.ts';
import { withdrawConsent, type WithdrawDependencies } from './withdraw-consent.ts';

/**
 * A mail about consents did not arrive, or its reader called it spam: that address is mailed no more about what it had
 * agreed to until `saidAt` (wall time), when that happened; what it agreed to since stays, however late or often this is
 * told. After one about a sign-up the address gets one such mail in thirty days, and consents of before as they are: somebody
 * else may have typed the address in (threat 32). Does nothing for other mails. Throws what withdrawConsent throws.
 */
export async function recordConsentMailReport(
  dependencies: WithdrawDependencies,
  order: MailOrder,
  reason: Extract<SuppressionReason, 'bounced' | 'complained'>,
  saidAt: Temporal.Instant,
): Promise<void> {
  if (order.template === 'confirm_consent') {
    const { contact } = order;
    const at = instantText(saidAt);
    await dependencies.consents.commit({
      suppressions: [{ contact, channel: 'email', scope: SIGN_UP, reason, at }],
    });
  }
  if (order.template === 'consent_receipt' || order.template === 'consent_withdrawn') {
    const act = { topics: 'all', reason, through: 'mail_event', by: THE_DESK, caseNumber: null, saidAt } as const;
    await withdrawConsent(dependencies, { contact: order.contact }, act);
  }
}
