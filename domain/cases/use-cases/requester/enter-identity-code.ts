import { RuleRefusedError } from '../../../errors.ts';
import { instantText } from '../../../instants.ts';
import { THE_REQUESTER } from '../../actor.ts';
import type { Case } from '../../case.ts';
import { caseTimeOf } from '../../case-dates.ts';
import type { CaseText } from '../../case-text.ts';
import { isSameCode } from '../../collection-code.ts';
import { commitChange } from '../../commit-change.ts';
import { identityCodeOf } from '../../identity-code.ts';
import { directoryOf, noticesTo, workersOf } from '../../staff-of-case.ts';
import { withIdentity } from '../record-identity.ts';
import type { OwnCaseDependencies } from './open-own-case.ts';

const TRIES = { atMost: 5, windowSeconds: 86_400 };

/**
 * The requester types the code that was sent to an address on file: the person is known at L2, and the address is
 * forgotten. Five tries a day. Throws RuleRefusedError, and what commitChange throws.
 */
export async function enterIdentityCode(
  dependencies: OwnCaseDependencies,
  current: Case,
  typed: string,
): Promise<Case> {
  const wallNow = dependencies.clock.now();
  const inquiry = current.inquiries.find(({ kind, answeredAt }) => kind === 'identity' && answeredAt === null);
  if (current.status !== 'open' || inquiry === undefined || inquiry.kind !== 'identity' || inquiry.code === null) {
    throw new RuleRefusedError('case_not_possible');
  }
  const limit = { subject: `identity-code-${current.caseNumber}`, ...TRIES };
  const code = identityCodeOf(dependencies.keys, current.caseNumber, inquiry);
  const isRight = (await dependencies.limiter.take(limit, wallNow)) && code !== undefined && isSameCode(code, typed);
  if (!isRight) throw new RuleRefusedError('identity_code_wrong', 'code');

  const at = instantText(caseTimeOf(current, wallNow));
  const recorded = withIdentity(current, 'code_to_address_on_file', THE_REQUESTER, at);
  // A code shows L2: a question for more stays open.
  const isAnswered = recorded.case.inquiries.some(
    ({ inquiryId, answeredAt }) => inquiryId === inquiry.inquiryId && answeredAt !== null,
  );
  const directory = await directoryOf(dependencies, wallNow);
  const forgotten: CaseText = {
    schemaVersion: 1,
    caseNumber: current.caseNumber,
    textId: inquiry.code.addressTextId,
    kind: 'address_on_file',
    from: { kind: 'staff', staffId: inquiry.askedBy },
    at,
    texts: {},
  };
  return commitChange(
    dependencies,
    current,
    {
      transition: 'handle',
      next: {
        ...recorded.case,
        inquiries: recorded.case.inquiries.map((other) =>
          other.inquiryId === inquiry.inquiryId && other.kind === 'identity' ? { ...other, code: null } : other,
        ),
      },
      entries: [
        ...recorded.entries,
        ...(isAnswered
          ? [
              {
                type: 'inquiry_answered',
                at,
                actor: THE_REQUESTER,
                details: { inquiryId: inquiry.inquiryId },
              } as const,
            ]
          : []),
      ],
      orders: noticesTo(workersOf(directory, current), current, 'identity_reached'),
      texts: [forgotten],
    },
    wallNow,
  );
}
