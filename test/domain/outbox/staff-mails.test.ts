import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Extension } from '../../../domain/cases/extension.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { closedCase, openCase } from '../../support/fixtures/cases.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';
import {
  BY_ANNA,
  build,
  caseNumber,
  daysLater,
  identityInquiry,
  staffId,
  taken,
  textId,
  toRecipient,
} from './built-mails.ts';

const notice = (what: 'approval_wanted' | 'task_due' | 'inquiry_unanswered' | 'not_collected', about: string | null) =>
  ({ template: 'staff_notice', caseNumber, staffId, notice: what, about }) as const;

async function actionsLater(days: number) {
  const order = { template: 'staff_step', caseNumber, staffId, step: 'two_days_left' } as const;
  return (await build(order, taken(), {}, daysLater(days)))?.tokens.map(({ action }) => action);
}

describe('a mail to staff', () => {
  it('has one link for each thing its addressee can do, for that person alone', async () => {
    const mail = await build({ template: 'staff_new_case', caseNumber, staffId }, openCase(caseNumber));
    const links = mail?.tokens.map((token) => ('on' in token ? `${token.action} ${token.on ?? ''}`.trim() : ''));
    expect(links?.slice(0, 2)).toEqual(['take', 'answer 1']);
    expect(new Set(links).size).toBe(links?.length);
    expect(mail?.tokens.every((token) => 'staffId' in token && token.staffId === staffId)).toBe(true);
  });

  it('asks about a delay only when little time is left', async () => {
    expect(await actionsLater(1)).not.toContain('explain_delay');
    expect(await actionsLater(27)).toContain('explain_delay');
  });

  it('counts the days of an extension once only extended parts are left', async () => {
    const extension: Extension = {
      state: 'in_force',
      ground: 'complexity',
      partIds: ['1'],
      until: '2026-05-29',
      proposedBy: staffId,
      approvedBy: 'pieter-van-dam',
      approvedAt: TEST_NOW,
      letterLeftAt: TEST_NOW,
      promiseMissed: false,
      textId,
    };
    const at = Temporal.Instant.from('2026-05-28T08:00:00Z');
    const order = { template: 'staff_step', caseNumber, staffId, step: 'extended_one_day_left' } as const;
    const mail = await build(order, taken({ extension }), {}, at);
    expect(mail?.model).toMatchObject({
      subject: { workingDaysLeft: 1, extendedUntil: Temporal.PlainDate.from('2026-05-29') },
    });
  });

  it('goes to nobody a complaint is about, unless nobody else decides', async () => {
    const order = { template: 'staff_new_case', caseNumber, staffId } as const;
    expect(await build(order, openCase(caseNumber, { excludedStaff: [staffId] }))).toBeUndefined();
    const everybody = ctTelecom.staff.flatMap((member) =>
      member.role === 'data_protection_officer' ? [] : [member.staffId],
    );
    expect(await build(order, openCase(caseNumber, { excludedStaff: everybody }))).toBeDefined();
  });

  it('links to the proposal it is about, and is pointless once that is decided', async () => {
    const proposal = {
      proposalId: '3',
      kind: 'release',
      proposedBy: 'sam-okafor',
      proposedAt: TEST_NOW,
      textId,
      partId: '1',
      outcome: 'granted',
    } as const;
    const mail = await build(notice('approval_wanted', '3'), taken({ proposals: [proposal] }));
    expect(mail?.tokens[0]).toMatchObject({ action: 'approve', on: '3' });
    expect(mail?.model).toMatchObject({ about: { proposal: 'release' } });
    expect(await build(notice('approval_wanted', '3'), taken())).toBeUndefined();
  });

  it('links to the task it is about, also after closing, until the task has ended', async () => {
    const subject = closedCase(caseNumber, { tasks: [toRecipient] });
    const mail = await build(notice('task_due', '1'), subject);
    expect(mail?.tokens[0]).toMatchObject({ action: 'end_task', on: '1' });
    const ended = { as: 'confirmed', at: TEST_NOW, by: BY_ANNA, textId: null } as const;
    expect(await build(notice('task_due', '1'), { ...subject, tasks: [{ ...toRecipient, ended }] })).toBeUndefined();
  });

  it('is pointless when the requester answered or collected meanwhile', async () => {
    const answered = taken({ inquiries: [{ ...identityInquiry, answeredAt: TEST_NOW }] });
    expect(await build(notice('inquiry_unanswered', '1'), answered)).toBeUndefined();
    expect(await build(notice('inquiry_unanswered', '1'), taken({ inquiries: [identityInquiry] }))).toBeDefined();
    expect(await build(notice('not_collected', null), closedCase(caseNumber))).toBeDefined();
    const collected = closedCase(caseNumber, { collectedAt: TEST_NOW });
    expect(await build(notice('not_collected', null), collected)).toBeUndefined();
  });

  it('gives the data protection officer no link at all', async () => {
    const order = { template: 'staff_step', caseNumber, staffId: 'lotte-mulder', step: 'limit_missed' } as const;
    const mail = await build(order, taken(), {}, daysLater(33));
    expect(mail?.tokens).toEqual([]);
  });
});
