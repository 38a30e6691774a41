import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../domain/cases/case-events.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { actOnDesk, tryOnDesk } from '../support/end-to-end/desk-acts.ts';
import { answerTo, openedCase } from '../support/end-to-end/lives.ts';
import {
  approveByMail,
  extensionApproved,
  extensionLetterBounces,
  extensionProposed,
  noticeTo,
  proposalIn,
} from '../support/end-to-end/lives-of-two.ts';
import { mailsTo, mailTo } from '../support/end-to-end/mailbox.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { anna, pieter, sam } from '../support/end-to-end/staff.ts';
import { allItems, auditHead, cases, storedCase } from '../support/end-to-end/stored.ts';

const suppressions = async () =>
  (await allItems(desk.tables.ledgerTable)).flatMap(({ pk }) => (pk.startsWith('SUPPRESSION#') ? [pk] : []));
const wordsOfLetter = (date: string) => formatDate(Temporal.PlainDate.from(date), 'en');

describe('an extension', () => {
  it('holds once a second person approved and the letter left, and no longer when the letter comes back', async () => {
    const { caseNumber, request, until } = await extensionProposed();
    expect(await storedCase(caseNumber)).toMatchObject({ extension: null, status: 'open' });
    await extensionApproved(caseNumber);
    const letter = await mailTo(request.requester.email, [caseNumber, wordsOfLetter(until)]);
    expect(letter.text).toContain('It lies in nine systems.');

    await extensionLetterBounces(caseNumber);
    await extensionLetterBounces(caseNumber);
    expect((await storedCase(caseNumber)).extension?.state).toBe('bounced');
    await noticeTo(pieter, caseNumber, 'extension_bounced');
    const events = await cases.listEvents(caseNumber);
    expect(events.map(({ type }) => type).slice(-4)).toStrictEqual([
      'proposal_made',
      'proposal_approved',
      'extension_in_force',
      'letter_bounced',
    ]);
    expect(verifyChain(events, await auditHead(caseNumber))).toBeUndefined();
  });
});

describe('an answer with personal data', () => {
  it('goes out once somebody else has approved it, and what it says is in no mail', async () => {
    const canary = unique('answer-');
    const { caseNumber, request } = await openedCase();
    const fields = { ...(await answerTo(caseNumber, '1', canary)), personalData: 'on' };
    await actOnDesk(anna, 'answer', caseNumber, '1', fields);
    await tryOnDesk(anna, 'approve', caseNumber, await proposalIn(caseNumber), { decision: 'approve' });
    expect((await storedCase(caseNumber)).status).toBe('open');
    await approveByMail(sam, caseNumber);
    expect((await storedCase(caseNumber)).status).toBe('closed');
    await mailTo(request.requester.email, [caseNumber, '/collect?']);
    const mails = [...(await mailsTo(request.requester.email)), ...(await mailsTo(sam.email))];
    expect(JSON.stringify(mails)).not.toContain(canary);
  });
});

describe('what turns out to be a marketing objection', () => {
  it('stops the marketing mails in the same step', async () => {
    const { caseNumber } = await openedCase({ parts: [{ requestType: 'question', text: 'Stop mailing me.' }] });
    const before = await suppressions();
    await actOnDesk(anna, 'retype', caseNumber, '1', { to: 'marketing_objection' });
    const added = (await suppressions()).filter((pk) => !before.includes(pk));
    expect(added).toHaveLength(1);
  });
});
