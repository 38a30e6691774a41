import type { Temporal } from 'temporal-polyfill';
import { tokenHash } from '../../desk/action-token.ts';
import { expiredLink, isExpired } from '../../desk/link-over.ts';
import { TokenNotUsableError } from '../../errors.ts';
import type { OrganisationProfile } from '../../organisation.ts';
import { writtenIn } from '../../outbox/case-subject.ts';
import type { CaseReader, Clock, TokenStore } from '../../ports.ts';
import { answerByOf } from '../answer-by.ts';
import type { Case } from '../case.ts';
import type { RequestType } from '../request-types.ts';
import type { Task } from '../task.ts';

export interface OpenReportDependencies {
  readonly cases: Pick<CaseReader, 'find' | 'listTexts'>;
  readonly tokens: Pick<TokenStore, 'find'>;
  readonly clock: Clock;
  readonly organisation: OrganisationProfile;
}

/** Whom a task is for, and what it is about. */
export type ReportSubject =
  | {
      readonly kind: 'recipient_notice';
      readonly name: string;
      readonly role: 'processor' | 'controller';
      readonly requestType: RequestType;
    }
  | { readonly kind: 'search'; readonly name: string; readonly requestTypes: readonly RequestType[] };

/**
 * What a recipient or a department finds behind its link. `reported`: they said before what became of it (case time).
 * `not_needed`: the desk ended the task itself, or it is with somebody who has left the register.
 */
export type OpenedReport =
  | {
      readonly outcome: 'open';
      readonly case: Case;
      readonly taskId: string;
      readonly tokenHash: string;
      readonly about: ReportSubject;
      /** What staff wrote for whoever does it; it may name the person. */
      readonly text: string;
      readonly answerBy: Temporal.PlainDate;
    }
  | { readonly outcome: 'reported'; readonly caseNumber: string; readonly at: string; readonly done: boolean }
  | { readonly outcome: 'not_needed'; readonly caseNumber: string };

/**
 * Opens the link of a recipient (GDPR art. 19) or of a department. Acts on nothing. What became of a task that has ended
 * is told after the link's expiry as well. Throws TokenNotUsableError.
 */
export async function openReport(dependencies: OpenReportDependencies, secret: string): Promise<OpenedReport> {
  const wallNow = dependencies.clock.now();
  const token = await dependencies.tokens.find(tokenHash(secret));
  if (token?.action !== 'report_task') throw new TokenNotUsableError();
  const { caseNumber, taskId } = token;
  const subject = await dependencies.cases.find(caseNumber);
  const task = subject?.tasks.find((each) => each.taskId === taskId);
  if (subject === undefined || task === undefined) throw new TokenNotUsableError();
  if (task.ended !== null) {
    const { as, at, by } = task.ended;
    return by.kind === 'desk' && as !== 'cancelled'
      ? { outcome: 'reported', caseNumber, at, done: as !== 'failed' }
      : { outcome: 'not_needed', caseNumber };
  }
  if (isExpired(token, wallNow)) throw expiredLink('report_task', token, subject);
  const about = subjectOf(dependencies.organisation, subject, task);
  if (about === undefined || !('textId' in task)) return { outcome: 'not_needed', caseNumber };
  const texts = await dependencies.cases.listTexts(caseNumber);
  const text = writtenIn(texts, task.textId, 'text');
  const answerBy = answerByOf(subject, task, wallNow);
  return { outcome: 'open', case: subject, taskId, tokenHash: token.hash, about, text, answerBy };
}

function subjectOf(organisation: OrganisationProfile, subject: Case, task: Task): ReportSubject | undefined {
  if (task.kind === 'recipient_notice') {
    const { kind, recipientId, partId } = task;
    const recipient = organisation.recipients.find((each) => each.recipientId === recipientId);
    const part = subject.parts.find((each) => each.partId === partId);
    if (recipient === undefined || part === undefined) return undefined;
    return { kind, name: recipient.name, role: recipient.role, requestType: part.requestType };
  }
  if (task.kind !== 'search') return undefined;
  const { kind, departmentId } = task;
  const department = organisation.departments.find((each) => each.departmentId === departmentId);
  if (department === undefined) return undefined;
  const open = subject.parts.filter(({ decision }) => decision === null);
  const requestTypes = open.map(({ requestType }) => requestType);
  return { kind, name: department.name[department.language], requestTypes };
}
