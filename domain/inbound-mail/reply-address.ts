import { timingSafeEqual } from 'node:crypto';
import { normaliseCaseNumber } from '../cases/case-number.ts';
import type { KeyRing } from '../ports.ts';

const TAG_CHARACTERS = 16;

/**
 * The address replies about a case go to: whoever has it had a mail about the case. Lower case, since some mailers fold
 * it. `domain` is where mail reaches the desk.
 */
export function replyAddress(keys: KeyRing, caseNumber: string, domain: string): string {
  return `case+${caseNumber.toLowerCase()}.${keys.currentKid}.${tagOf(keys, keys.currentKid, caseNumber)}@${domain}`;
}

/** The number of the case an address stands for; undefined for any address this desk did not make. */
export function caseOfReplyAddress(keys: KeyRing, address: string, domain: string | null): string | undefined {
  const match = /^case\+([0-9a-z-]{8,20})\.(k[0-9]{1,6})\.([0-9a-f]{16})@(.+)$/.exec(address.toLowerCase());
  const [, typed = '', kid = '', tag = '', host] = match ?? [];
  if (domain === null || host !== domain.toLowerCase() || !keys.kids.includes(kid)) return undefined;
  const caseNumber = normaliseCaseNumber(typed);
  if (caseNumber === undefined) return undefined;
  return timingSafeEqual(Buffer.from(tag), Buffer.from(tagOf(keys, kid, caseNumber))) ? caseNumber : undefined;
}

function tagOf(keys: KeyRing, kid: string, caseNumber: string): string {
  return Buffer.from(keys.hmac(kid, 'reply_address', caseNumber))
    .toString('hex')
    .slice(0, TAG_CHARACTERS);
}

/** A case number in a subject, as the subjects of the desk's own mails have it. */
export function caseInSubject(subject: string): string | undefined {
  const [found] = /\bP-?[0-9A-Z]{5}-?[0-9A-Z]{5}\b/i.exec(subject) ?? [];
  return found === undefined ? undefined : normaliseCaseNumber(found);
}
