import { describe, expect, it } from 'vitest';
import { CaseNumberTakenError, SubmissionExistsError } from '../../../domain/errors.ts';
import {
  caseContent,
  confirmRow,
  creationOf,
  submissionOf,
  testCaseNumber,
  unconfirmedCase,
} from '../../support/fixtures/cases.ts';
import { suppressionOf } from '../../support/fixtures/consents.ts';
import type { MakeDesk } from './contract-desk.ts';

const NUMBER = testCaseNumber(1);
const OTHER = testCaseNumber(2);

export function describeCaseCreation(name: string, makeDesk: MakeDesk): void {
  describe(`creating a case, ${name}`, () => {
    it('gives back everything that was stored', async () => {
      const desk = await makeDesk();
      const creation = creationOf(unconfirmedCase(NUMBER));
      await desk.intake.create(creation);

      expect(await desk.cases.find(NUMBER)).toEqual(creation.case);
      expect(await desk.cases.findContent(NUMBER)).toEqual(creation.content);
      expect(await desk.cases.listEvents(NUMBER)).toEqual(creation.events);
      expect(await desk.cases.listAnswers(NUMBER)).toEqual([]);
      expect(await desk.intake.findSubmission(creation.submission.idempotencyKeyHash)).toEqual(creation.submission);
      expect(await desk.outbox.find(`${NUMBER}-confirm`)).toEqual(creation.outbox[0]);
      expect(await desk.findAuditHead(NUMBER)).toMatchObject(creation.case.lastEvent);
    });

    it('keeps what people wrote to the letter', async () => {
      const desk = await makeDesk();
      const content = caseContent(NUMBER, {
        requester: { name: 'Zoë 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 Ŝ̱tuc̈k 👩‍👩‍👧', email: 'zoë@bücher.example', relation: 'former_customer' },
        message: '\u0000 \u202E rtl \uFEFF \r\n "quotes" \\ \u{1F1F3}\u{1F1F1} e\u0301 é שלום',
        partTexts: { '1': '', '2': ' \t ' },
      });
      await desk.intake.create(creationOf(unconfirmedCase(NUMBER), { content }));

      expect(await desk.cases.findContent(NUMBER)).toEqual(content);
    });

    it('stores a long letter', async () => {
      const desk = await makeDesk();
      const content = caseContent(NUMBER, { message: 'ë'.repeat(100_000) });
      await desk.intake.create(creationOf(unconfirmedCase(NUMBER), { content }));

      expect(await desk.cases.findContent(NUMBER)).toEqual(content);
    });

    it('knows nothing of a case that never was', async () => {
      const desk = await makeDesk();

      expect(await desk.cases.find(NUMBER)).toBeUndefined();
      expect(await desk.cases.findContent(NUMBER)).toBeUndefined();
      expect(await desk.cases.listEvents(NUMBER)).toEqual([]);
      expect(await desk.intake.findSubmission('0'.repeat(64))).toBeUndefined();
    });

    it('refuses a known idempotency key and stores nothing of the second case', async () => {
      const desk = await makeDesk();
      await desk.intake.create(creationOf(unconfirmedCase(NUMBER)));
      const { idempotencyKeyHash } = submissionOf(NUMBER);
      const second = creationOf(unconfirmedCase(OTHER), { submission: submissionOf(OTHER, { idempotencyKeyHash }) });

      await expect(desk.intake.create(second)).rejects.toThrow(SubmissionExistsError);
      expect(await desk.cases.find(OTHER)).toBeUndefined();
      expect(await desk.cases.findContent(OTHER)).toBeUndefined();
      expect(await desk.outbox.find(`${OTHER}-confirm`)).toBeUndefined();
      expect((await desk.intake.findSubmission(idempotencyKeyHash))?.caseNumber).toBe(NUMBER);
    });

    it('tells of a known idempotency key before a taken number', async () => {
      const desk = await makeDesk();
      await desk.intake.create(creationOf(unconfirmedCase(NUMBER)));

      await expect(desk.intake.create(creationOf(unconfirmedCase(NUMBER)))).rejects.toThrow(SubmissionExistsError);
    });

    it('forgets an idempotency key when it has expired', async () => {
      const desk = await makeDesk();
      await desk.intake.create(creationOf(unconfirmedCase(NUMBER)));
      const { idempotencyKeyHash, expiresAt } = submissionOf(NUMBER);
      desk.clock.moveTo(expiresAt);

      expect(await desk.intake.findSubmission(idempotencyKeyHash)).toBeUndefined();
      const submission = submissionOf(OTHER, { idempotencyKeyHash, expiresAt: '2026-03-09T10:00:00.000Z' });
      await desk.intake.create(creationOf(unconfirmedCase(OTHER), { submission }));
      expect(await desk.intake.findSubmission(idempotencyKeyHash)).toEqual(submission);
    });

    it('refuses a taken case number and leaves the first case as it was', async () => {
      const desk = await makeDesk();
      const first = creationOf(unconfirmedCase(NUMBER));
      await desk.intake.create(first);
      const second = creationOf(unconfirmedCase(NUMBER, { language: 'en' }), {
        submission: submissionOf(OTHER),
        outbox: [confirmRow(NUMBER, 'another-row')],
        suppressions: [suppressionOf('jan')],
      });

      await expect(desk.intake.create(second)).rejects.toThrow(CaseNumberTakenError);
      expect(await desk.cases.find(NUMBER)).toEqual(first.case);
      expect(await desk.intake.findSubmission(submissionOf(OTHER).idempotencyKeyHash)).toBeUndefined();
      expect(await desk.outbox.find('another-row')).toBeUndefined();
      expect(await desk.consents.listSuppressions([suppressionOf('jan').contact])).toEqual([]);
    });

    it('lets exactly one of two equal submissions through', async () => {
      const desk = await makeDesk();
      const { idempotencyKeyHash } = submissionOf(NUMBER);
      const outcomes = await Promise.allSettled(
        [NUMBER, OTHER].map(async (caseNumber) => {
          const submission = submissionOf(caseNumber, { idempotencyKeyHash });
          await desk.intake.create(creationOf(unconfirmedCase(caseNumber), { submission }));
        }),
      );

      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const found = await Promise.all([desk.cases.find(NUMBER), desk.cases.find(OTHER)]);
      expect(found.filter((one) => one !== undefined)).toHaveLength(1);
    });

    it('stores a suppression once, each reason with its last instant, even when two parts ask for it', async () => {
      const desk = await makeDesk();
      const first = suppressionOf('jan');
      const { contact, channel, scope } = first;
      const later = suppressionOf('jan', { reason: 'withdrawn', at: '2026-03-03T10:00:00.000Z' });
      await desk.intake.create(creationOf(unconfirmedCase(NUMBER), { suppressions: [first, later] }));
      await desk.intake.create(creationOf(unconfirmedCase(OTHER), { suppressions: [later] }));

      expect(await desk.consents.listSuppressions([contact])).toEqual([
        { schemaVersion: 1, contact, channel, scope, objectedAt: first.at, withdrawnAt: later.at },
      ]);
    });
  });
}
