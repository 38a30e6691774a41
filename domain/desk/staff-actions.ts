import * as z from 'zod';

/** What staff can do with a case, one link or form each. */
export const staffActionSchema = z.enum([
  'take',
  'accept',
  'dismiss',
  'answer',
  'attach_file',
  'approve',
  'hand_over',
  'ask_identity',
  'send_identity_code',
  'record_identity',
  'mandate_seen',
  'ask_clarification',
  'message',
  'extend',
  'explain_delay',
  'retype',
  'add_part',
  'tell_recipients',
  'lift_restriction',
  'search',
  'remind_me',
  'issue_code',
  'authority_letter',
  'end_task',
  'exclude',
  'link_case',
  'wrong_recipient',
  'reopen',
]);
export type StaffAction = z.infer<typeof staffActionSchema>;

/** What an action is about within the case, for those that are about one thing only. */
export const ACTS_ON: Readonly<Partial<Record<StaffAction, 'part' | 'proposal' | 'task'>>> = {
  answer: 'part',
  attach_file: 'part',
  approve: 'proposal',
  retype: 'part',
  tell_recipients: 'part',
  lift_restriction: 'part',
  end_task: 'task',
  reopen: 'part',
};
