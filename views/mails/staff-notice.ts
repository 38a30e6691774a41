import { formatDate } from '../../domain/deadlines/format.ts';
import type { TaskKind } from '../../domain/cases/task.ts';
import type { MailModel } from '../../domain/outbox/mail-model.ts';
import type { StaffNotice } from '../../domain/outbox/outbox-row.ts';
import { heading, list, paragraph, type Block, type MailDraft } from './blocks.ts';
import type { MailContext } from './mail-parts.ts';
import { caseActions, caseFacts, caseSubject, urgencyOfCase } from './staff-parts.ts';

type Notice = Omit<Extract<MailModel, { template: 'staff_notice' }>, 'template'>;

/** One thing to know of a case, and what to do about it. */
export function staffNotice(model: Notice, context: MailContext): MailDraft {
  const { staffMails } = context.texts;
  const { notice, about, subject } = model;
  const words = wordsFor(notice, about?.task ?? null, context);
  const isTold = model.role === 'data_protection_officer' || subject.links.length === 0;
  return {
    subject: `${caseSubject(urgencyOfCase(subject), subject, context)}: ${words.subject}`,
    preview: words.lead,
    blocks: [
      paragraph(staffMails.greeting(model.staffName)),
      paragraph(words.lead),
      ...details(model, context),
      caseFacts(subject, context),
      heading(staffMails.nextHeading),
      paragraph(isTold ? staffMails.information : words.next),
      ...caseActions(subject, context),
    ],
  };
}

function wordsFor(notice: StaffNotice, task: TaskKind | null, { texts }: MailContext) {
  const { notices, tasks, taskBounced } = texts.staffNotices;
  if (task === null) return notices[notice];
  if (notice === 'task_due') return tasks[task];
  return notice === 'letter_bounced' ? taskBounced : notices[notice];
}

function details({ about, notice, expiring }: Notice, { texts, language }: MailContext): readonly Block[] {
  const { proposals, reported, until, expiringHeading, expiring: line } = texts.staffNotices;
  return [
    ...(about === null || about.proposal === null ? [] : [paragraph(proposals[about.proposal])]),
    ...(about === null || about.until === null ? [] : [paragraph(until(formatDate(about.until, language)))]),
    ...(notice === 'task_reported' && about !== null && about.task !== null
      ? [paragraph(reported(texts.deskWords.taskKinds[about.task]))]
      : []),
    ...(expiring.length === 0
      ? []
      : [heading(expiringHeading), list(expiring.map(({ name, on }) => line(name, formatDate(on, language))))]),
  ];
}
