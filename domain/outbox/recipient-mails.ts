import type { Temporal } from 'temporal-polyfill';
import { answerByOf } from '../cases/answer-by.ts';
import type { Case } from '../cases/case.ts';
import type { Task } from '../cases/task.ts';
import type { Language } from '../languages.ts';
import type { BuiltMail, MailContext } from './built-mail.ts';
import { type LinkMaker, linkMaker } from './link-maker.ts';
import type { MailModel } from './mail-model.ts';
import type { MailOrder } from './outbox-row.ts';

export type TaskMailOrder = Extract<MailOrder, { template: 'recipient_notice' | 'search_request' }>;

const REPORT_LINK_DAYS = 60;

/**
 * A mail that asks somebody outside the desk to do their part: a recipient of data (GDPR art. 19) or a department.
 * Undefined once the task has ended, and when whoever it is for has left the register.
 */
export async function taskMail(
  context: MailContext,
  order: TaskMailOrder,
  wallNow: Temporal.Instant,
): Promise<BuiltMail | undefined> {
  const subject = await context.cases.find(order.caseNumber);
  const task = subject?.tasks.find(({ taskId }) => taskId === order.taskId);
  if (subject === undefined || task === undefined || task.ended !== null) return undefined;
  const asked = { context, subject, task, order, wallNow };
  return order.template === 'recipient_notice' ? recipientMail(asked) : departmentMail(asked);
}

interface Asked {
  readonly context: MailContext;
  readonly subject: Case;
  readonly task: Task;
  readonly order: TaskMailOrder;
  readonly wallNow: Temporal.Instant;
}

function recipientMail(asked: Asked): BuiltMail | undefined {
  const { context, subject, task, order } = asked;
  if (task.kind !== 'recipient_notice') return undefined;
  const recipient = context.organisation.recipients.find(({ recipientId }) => recipientId === task.recipientId);
  const part = subject.parts.find(({ partId }) => partId === task.partId);
  if (recipient === undefined || part === undefined) return undefined;
  const { recipientId, contactEmail, language, name, role } = recipient;
  return addressed(asked, { id: recipientId, email: contactEmail, language }, (common) => ({
    template: 'recipient_notice',
    ...common,
    recipientName: name,
    role,
    requestType: part.requestType,
    reminder: order.reminder,
  }));
}

function departmentMail(asked: Asked): BuiltMail | undefined {
  const { context, subject, task, order } = asked;
  if (task.kind !== 'search' || subject.status !== 'open') return undefined;
  const department = context.organisation.departments.find(({ departmentId }) => departmentId === task.departmentId);
  if (department === undefined) return undefined;
  const { departmentId, email, language, name } = department;
  return addressed(asked, { id: departmentId, email, language }, (common) => ({
    template: 'search_request',
    ...common,
    departmentName: name[language],
    requestTypes: subject.parts.filter((part) => part.decision === null).map(({ requestType }) => requestType),
    reminder: order.reminder,
  }));
}

function addressed(
  { context, subject, task, wallNow }: Asked,
  to: { readonly id: string; readonly email: string; readonly language: Language },
  modelOf: (common: {
    readonly caseNumber: string;
    readonly answerBy: Temporal.PlainDate;
    readonly reportUrl: string;
  }) => MailModel,
): BuiltMail {
  const links = linkMaker(context, to.language);
  const { caseNumber } = subject;
  const rehearsal = subject.clock.kind === 'rehearsal';
  const model = modelOf({
    caseNumber,
    answerBy: answerByOf(subject, task, wallNow),
    reportUrl: reportLink(links, subject, task, wallNow),
  });
  const { rehearsalMailDomain } = context;
  return {
    to: rehearsal && rehearsalMailDomain !== null ? `${to.id}@${rehearsalMailDomain}` : to.email,
    language: to.language,
    model,
    tokens: links.tokens,
    rehearsal,
    unconfirmedContact: null,
  };
}

function reportLink(links: LinkMaker, { caseNumber }: Case, { taskId }: Task, wallNow: Temporal.Instant): string {
  const until = wallNow.add({ hours: REPORT_LINK_DAYS * 24 });
  return links.make('report', { action: 'report_task', caseNumber, taskId }, until);
}
