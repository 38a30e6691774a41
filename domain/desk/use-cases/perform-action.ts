import type { Temporal } from 'temporal-polyfill';
import { checkContents } from '../../answers/required-contents.ts';
import { openGaps } from '../../answers/open-gaps.ts';
import type { Case, OpenCase } from '../../cases/case.ts';
import { caseTimeOf } from '../../cases/case-dates.ts';
import type { StaffAct, StaffDependencies } from '../../cases/staff-of-case.ts';
import { addPart } from '../../cases/use-cases/add-part.ts';
import { approveProposal } from '../../cases/use-cases/approve-proposal.ts';
import { askRequester } from '../../cases/use-cases/ask-requester.ts';
import { decidePart } from '../../cases/use-cases/decide-part.ts';
import { acceptRequest } from '../../cases/use-cases/accept-request.ts';
import { dismissRequest } from '../../cases/use-cases/dismiss-request.ts';
import { endTaskByStaff } from '../../cases/use-cases/end-task.ts';
import { excludeColleague } from '../../cases/use-cases/exclude-colleague.ts';
import { explainDelay } from '../../cases/use-cases/explain-delay.ts';
import { handOver } from '../../cases/use-cases/hand-over.ts';
import { issueCode } from '../../cases/use-cases/issue-code.ts';
import { liftRestriction } from '../../cases/use-cases/lift-restriction.ts';
import { linkCase } from '../../cases/use-cases/link-case.ts';
import { proposeExtension } from '../../cases/use-cases/propose-extension.ts';
import { identified, recordIdentity } from '../../cases/use-cases/record-identity.ts';
import { recordMandate } from '../../cases/use-cases/record-mandate.ts';
import { reopenCase } from '../../cases/use-cases/reopen-case.ts';
import { reportWrongRecipient } from '../../cases/use-cases/report-wrong-recipient.ts';
import { retypePart } from '../../cases/use-cases/retype-part.ts';
import { sendIdentityCode } from '../../cases/use-cases/send-identity-code.ts';
import { setTask } from '../../cases/use-cases/set-task.ts';
import { takeCase } from '../../cases/use-cases/take-case.ts';
import { tellRecipients } from '../../cases/use-cases/tell-recipients.ts';
import { writeToRequester } from '../../cases/use-cases/write-to-requester.ts';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { KeyRing } from '../../ports.ts';
import type { StaffInput, StaffInputOf } from '../staff-input.ts';

type Dependencies = StaffDependencies & { readonly keys: KeyRing };

/** Does what was filled in for an action; answers the case as stored. Throws RuleRefusedError. */
export function performAction(
  dependencies: Dependencies,
  current: Case,
  act: StaffAct,
  input: StaffInput,
  now: Temporal.Instant,
): Promise<Case> {
  switch (input.action) {
    case 'accept':
    case 'dismiss':
      if (current.status !== 'unconfirmed') throw new RuleRefusedError('case_not_possible');
      return input.action === 'accept'
        ? acceptRequest(dependencies, current, act, input.requestTypes, now)
        : dismissRequest(dependencies, current, act, input.ground, now);
    case 'attach_file':
      // Files come by the page of the files, never by the form of an action.
      throw new RuleRefusedError('case_not_possible');
    case 'reopen':
      if (current.status !== 'closed') throw new RuleRefusedError('case_not_possible');
      return reopenCase(dependencies, current, act, input.text, now);
    case 'message':
      return writeToRequester(dependencies, current, act, input.text, now);
    case 'tell_recipients':
      return tellRecipients(dependencies, current, act, input, now);
    case 'lift_restriction':
      return liftRestriction(dependencies, current, act, now);
    case 'search':
    case 'remind_me':
    case 'authority_letter':
      return setTask(dependencies, current, act, input, now);
    case 'end_task':
      return endTaskByStaff(dependencies, current, act, input, now);
    case 'issue_code':
      if (current.status !== 'open' && current.status !== 'closed') throw new RuleRefusedError('case_not_possible');
      return issueCode(dependencies, current, act, input.through, now);
    case 'link_case':
      return linkCase(dependencies, current, act, input.caseNumber, now);
    case 'wrong_recipient':
      return reportWrongRecipient(dependencies, current, act, input.text, now);
    case 'take':
    case 'answer':
    case 'approve':
    case 'hand_over':
    case 'ask_identity':
    case 'ask_clarification':
    case 'send_identity_code':
    case 'record_identity':
    case 'mandate_seen':
    case 'extend':
    case 'explain_delay':
    case 'retype':
    case 'add_part':
    case 'exclude':
      if (current.status !== 'open') throw new RuleRefusedError('case_not_possible');
      return handleOpenCase(dependencies, current, act, input, now);
  }
}

type OpenCaseInput = StaffInputOf<
  | 'take'
  | 'answer'
  | 'approve'
  | 'hand_over'
  | 'ask_identity'
  | 'send_identity_code'
  | 'record_identity'
  | 'mandate_seen'
  | 'ask_clarification'
  | 'extend'
  | 'explain_delay'
  | 'retype'
  | 'add_part'
  | 'exclude'
>;

function handleOpenCase(
  dependencies: Dependencies,
  current: OpenCase,
  act: StaffAct,
  input: OpenCaseInput,
  now: Temporal.Instant,
): Promise<Case> {
  switch (input.action) {
    case 'take':
      return takeCase(dependencies, current, act, now);
    case 'answer':
      return answer(dependencies, current, act, input, now);
    case 'approve':
      return approveProposal(dependencies, current, act, input, now);
    case 'hand_over':
      return handOver(dependencies, current, act, input.to, now);
    case 'ask_identity':
      return askRequester(dependencies, current, act, { ...input, kind: 'identity' }, now);
    case 'ask_clarification':
      return askRequester(dependencies, current, act, { ...input, kind: 'clarification' }, now);
    case 'send_identity_code':
      return sendIdentityCode(dependencies, current, act, input.address, now);
    case 'record_identity':
      return recordIdentity(dependencies, current, act, input.method, now);
    case 'mandate_seen':
      return recordMandate(dependencies, current, act, now);
    case 'extend':
      return proposeExtension(dependencies, current, act, input, now);
    case 'explain_delay':
      return explainDelay(dependencies, current, act, input, now);
    case 'retype':
      return retypePart(dependencies, current, act, input, now);
    case 'add_part':
      return addPart(dependencies, current, act, input.to, now);
    case 'exclude':
      return excludeColleague(dependencies, current, act, input.staffId, now);
  }
}

/** Who the person is may be recorded in the transaction that answers; what an answer must contain is ticked or explained. */
async function answer(
  dependencies: Dependencies,
  current: OpenCase,
  act: StaffAct,
  { draft, identityMethod, ticked, explained }: StaffInputOf<'answer'>,
  now: Temporal.Instant,
): Promise<Case> {
  const part = current.parts.find(({ partId }) => partId === act.on);
  const hasContents = draft.outcome !== 'refused' && draft.outcome !== 'nothing_held';
  if (openGaps(draft.text).length > 0) throw new RuleRefusedError('gaps_open', 'text');
  if (
    part !== undefined &&
    hasContents &&
    checkContents(part.requestType, dependencies.organisation, ticked, explained).length > 0
  ) {
    throw new RuleRefusedError('contents_missing', 'contents');
  }
  if (identityMethod === undefined) return decidePart(dependencies, current, act, draft, now);
  const at = instantText(caseTimeOf(current, now));
  const recorded = identified(dependencies.organisation, current, act.staffId, identityMethod, at);
  return decidePart(dependencies, recorded.case, act, draft, now, recorded.entries);
}
