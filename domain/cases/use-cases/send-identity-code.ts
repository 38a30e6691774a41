import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { KeyRing } from '../../ports.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange, newText, newTextId } from '../commit-change.ts';
import { contactHashOf, isContact } from '../contact-hash.ts';
import { type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';

/**
 * Sends a code to an e-mail address that was on file before the request came in. Never to the address of the request:
 * that would prove nothing. The address is kept only until the code was typed. Throws RuleRefusedError, and what
 * commitChange throws.
 */
export async function sendIdentityCode(
  dependencies: StaffDependencies & { readonly keys: KeyRing },
  current: OpenCase,
  act: StaffAct,
  address: string,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const open = current.inquiries.find(({ kind, answeredAt }) => kind === 'identity' && answeredAt === null);
  if (open === undefined || open.kind !== 'identity') throw new RuleRefusedError('identity_not_asked');
  if (await isNamedByRequester(dependencies, current, address)) {
    throw new RuleRefusedError('identity_address_from_request', 'address');
  }
  const at = instantText(caseTimeOf(current, wallNow));
  const { caseNumber } = current;
  const { inquiryId } = open;
  const textId = newTextId(current);
  const code = { kid: dependencies.keys.currentKid, addressTextId: textId, sentAt: at };
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  return commitChange(
    dependencies,
    current,
    {
      transition: 'handle',
      next: {
        ...current,
        inquiries: current.inquiries.map((inquiry) => (inquiry === open ? { ...open, code } : inquiry)),
      },
      entries: [{ type: 'identity_code_sent', at, actor, details: { inquiryId } }],
      orders: [{ kind: 'mail', mail: { template: 'identity_code', caseNumber, inquiryId } }],
      texts: [newText(current, { kind: 'address_on_file', from: actor, at, texts: { address } })],
      ...usedLink(act),
    },
    wallNow,
  );
}

/** Whether it is the requester's own word for an address: that of the request, or one it was changed from or to. */
async function isNamedByRequester(
  { keys, cases }: Pick<StaffDependencies, 'cases'> & { readonly keys: KeyRing },
  { caseNumber, contactHash }: OpenCase,
  address: string,
): Promise<boolean> {
  if (isContact(keys, contactHash, address)) return true;
  const typed = contactHashOf(keys, address);
  const changes = (await cases.listTexts(caseNumber)).filter(({ kind }) => kind === 'new_address');
  return changes.flatMap(({ texts }) => Object.values(texts)).some((named) => isContact(keys, typed, named));
}
