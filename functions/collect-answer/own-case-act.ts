import { type OwnCaseAct, requesterTextSchema } from '../../contracts/http/forms.ts';
import { emailAddressSchema } from '../../contracts/http/email-address.ts';
import type { Case } from '../../domain/cases/case.ts';
import { retryOnConflict } from '../../domain/cases/commit-change.ts';
import { changeAddress } from '../../domain/cases/use-cases/requester/change-address.ts';
import { enterIdentityCode } from '../../domain/cases/use-cases/requester/enter-identity-code.ts';
import type { OwnCaseDependencies } from '../../domain/cases/use-cases/requester/open-own-case.ts';
import { sendAgain } from '../../domain/cases/use-cases/requester/send-again.ts';
import { withdrawParts } from '../../domain/cases/use-cases/requester/withdraw.ts';
import { writeToDesk } from '../../domain/cases/use-cases/requester/write-to-desk.ts';
import { RuleRefusedError } from '../../domain/errors.ts';
import type { CaseError, CaseNotice, CaseValues } from '../../views/pages/requester-case-page.ts';

/** One press on the page of a case, as typed. `all` stands for every part. */
export interface WantedAct {
  readonly act: OwnCaseAct;
  readonly text: string;
  readonly code: string;
  readonly email: string;
  readonly all?: 'on' | undefined;
  readonly parts: readonly string[];
}

/** What came of it: the case as it is now, with what to say, or with what is wrong and what was typed. */
export type PerformedAct =
  | { readonly case: Case; readonly notice: CaseNotice }
  | { readonly case: Case; readonly error: CaseError; readonly values: CaseValues };

/** Carries out what a requester asks on the own case, for a case that was opened with its code. */
export async function performOwnCaseAct(
  dependencies: OwnCaseDependencies,
  opened: Case,
  wanted: WantedAct,
): Promise<PerformedAct> {
  let current = opened;
  const refused = (error: CaseError): PerformedAct => ({ case: current, error, values: wanted });
  const fault = faultOf(wanted);
  if (fault !== undefined) return refused(fault);
  if (opened.status === 'dismissed') return refused({ field: 'page', message: 'not_possible' });
  try {
    const done = await retryOnConflict(async () => {
      current = (await dependencies.cases.find(opened.caseNumber)) ?? opened;
      return perform(dependencies, current, wanted);
    });
    return { case: done, notice: wanted.act };
  } catch (error) {
    if (!(error instanceof RuleRefusedError)) throw error;
    if (wanted.act === 'withdraw' && isWithdrawn(current, wanted)) {
      return { case: current, notice: 'withdrawn_before' };
    }
    return refused(errorOf(wanted.act, error));
  }
}

function perform(dependencies: OwnCaseDependencies, current: Case, wanted: WantedAct): Promise<Case> {
  switch (wanted.act) {
    case 'write':
      return writeToDesk(dependencies, current, requesterTextSchema.parse(wanted.text) ?? '');
    case 'identity_code':
      return enterIdentityCode(dependencies, current, wanted.code);
    case 'withdraw':
      return withdrawParts(dependencies, current, wanted.all === 'on' ? null : wanted.parts);
    case 'change_address':
      return changeAddress(dependencies, current, emailAddressSchema.parse(wanted.email));
    case 'send_again':
      return sendAgain(dependencies, current);
  }
}

/** What is wrong with what was typed, before anything is looked up. */
function faultOf({ act, text, email, all, parts }: WantedAct): CaseError | undefined {
  switch (act) {
    case 'write':
      return requesterTextSchema.safeParse(text).success ? undefined : { field: 'text', message: 'text_invalid' };
    case 'change_address':
      return emailAddressSchema.safeParse(email).success ? undefined : { field: 'email', message: 'email_invalid' };
    case 'withdraw':
      return all === undefined && parts.length === 0 ? { field: 'parts', message: 'parts_required' } : undefined;
    case 'identity_code':
    case 'send_again':
      return undefined;
  }
}

function errorOf(act: OwnCaseAct, { rule }: RuleRefusedError): CaseError {
  if (rule === 'text_required') return { field: 'text', message: 'text_required' };
  if (rule === 'identity_code_wrong') return { field: 'code', message: 'code_wrong' };
  return act === 'change_address'
    ? { field: 'email', message: 'email_not_possible' }
    : { field: 'page', message: 'not_possible' };
}

/** Whether a second press asks for what was withdrawn before. */
function isWithdrawn({ parts }: Case, { all, parts: ticked }: WantedAct): boolean {
  const wanted = parts.filter(({ partId }) => all === 'on' || ticked.includes(partId));
  const isNowOpen = wanted.some(({ decision }) => decision === null);
  return !isNowOpen && wanted.some(({ decision }) => decision?.outcome === 'withdrawn');
}
