import { describe, expect, it } from 'vitest';
import type { Case } from '../../../domain/cases/case.ts';
import { verifyChain } from '../../../domain/cases/case-events.ts';
import { StoredItemInvalidError, TokenNotUsableError, VersionConflictError } from '../../../domain/errors.ts';
import {
  answerOf,
  changeOf,
  confirmToken,
  creationOf,
  openCase,
  secondsLater,
  startRow,
  testCaseNumber,
  testHash,
  unconfirmedCase,
} from '../../support/fixtures/cases.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';
import type { ContractDesk, MakeDesk } from './contract-desk.ts';

const NUMBER = testCaseNumber(1);

export function describeCaseChanges(name: string, makeDesk: MakeDesk): void {
  describe(`changing a case, ${name}`, () => {
    it('stores the case, its events, rows, answers and the used token together', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const token = confirmToken(NUMBER);
      await desk.tokens.putAll([token]);
      const change = {
        ...changeOf(stored, ['request_confirmed', 'case_taken'], openCase(NUMBER)),
        outbox: [startRow(NUMBER)],
        answers: [answerOf(NUMBER, '1')],
        consume: { tokenHash: token.hash, now: TEST_NOW },
      };
      await desk.cases.commit(change);

      expect(await desk.cases.find(NUMBER)).toEqual(change.case);
      expect((await desk.cases.listEvents(NUMBER)).slice(1)).toEqual(change.events);
      expect(await desk.outbox.find(`${NUMBER}-start-1`)).toEqual(change.outbox[0]);
      expect(await desk.cases.listAnswers(NUMBER)).toEqual(change.answers);
      expect(await desk.tokens.find(token.hash)).toEqual({ ...token, usedAt: TEST_NOW });
      expect(await desk.findAuditHead(NUMBER)).toMatchObject(change.case.lastEvent);
    });

    it('refuses a stale version and leaves nothing half written', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const won = changeOf(stored, ['case_taken']);
      await desk.cases.commit(won);
      const token = confirmToken(NUMBER);
      await desk.tokens.putAll([token]);
      const late = {
        ...changeOf(stored, ['step_done', 'part_decided'], openCase(NUMBER)),
        outbox: [startRow(NUMBER)],
        answers: [answerOf(NUMBER, '1')],
        consume: { tokenHash: token.hash, now: TEST_NOW },
      };

      const refusal = desk.cases.commit(late);
      await expect(refusal).rejects.toThrow(VersionConflictError);
      await expect(refusal).rejects.toMatchObject({ caseNumber: NUMBER });
      expect(await desk.cases.find(NUMBER)).toEqual(won.case);
      expect(await desk.cases.listEvents(NUMBER)).toHaveLength(2);
      expect(await desk.outbox.find(`${NUMBER}-start-1`)).toBeUndefined();
      expect(await desk.cases.listAnswers(NUMBER)).toEqual([]);
      expect(await desk.tokens.find(token.hash)).toEqual(token);
      expect(await desk.findAuditHead(NUMBER)).toMatchObject(won.case.lastEvent);
    });

    it('refuses a stale version that brings no event to collide', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const won = changeOf(stored, ['case_taken']);
      await desk.cases.commit(won);

      await expect(desk.cases.commit(changeOf(stored, []))).rejects.toThrow(VersionConflictError);
      expect(await desk.cases.find(NUMBER)).toEqual(won.case);
    });

    it('refuses a change that skips a version', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const ahead = changeOf({ ...stored, version: 2 }, ['case_taken']);

      await expect(desk.cases.commit(ahead)).rejects.toThrow(VersionConflictError);
      expect(await desk.cases.find(NUMBER)).toEqual(stored);
    });

    it('refuses a change of a case that is not there', async () => {
      const desk = await makeDesk();
      await expect(desk.cases.commit(changeOf(unconfirmedCase(NUMBER), ['case_taken']))).rejects.toThrow(
        VersionConflictError,
      );
      expect(await desk.cases.listEvents(NUMBER)).toEqual([]);
    });

    it('refuses an outbox row whose id is in use', async () => {
      const { desk, stored } = await withCase(makeDesk);
      await desk.outbox.add(startRow(NUMBER));

      const change = { ...changeOf(stored, ['case_taken']), outbox: [startRow(NUMBER)] };
      await expect(desk.cases.commit(change)).rejects.toThrow(VersionConflictError);
      expect(await desk.cases.find(NUMBER)).toEqual(stored);
    });

    it.each([
      { state: 'used', usedAt: TEST_NOW, expiresAt: secondsLater(3600) },
      { state: 'expired', usedAt: null, expiresAt: TEST_NOW },
    ])('refuses the whole change for a token that is $state', async ({ usedAt, expiresAt }) => {
      const { desk, stored } = await withCase(makeDesk);
      const token = confirmToken(NUMBER, { usedAt, expiresAt });
      await desk.tokens.putAll([token]);

      await expectTokenRefused(desk, stored, token.hash);
      expect(await desk.tokens.find(token.hash)).toEqual(token);
    });

    it('refuses the whole change for a token that never was', async () => {
      const { desk, stored } = await withCase(makeDesk);
      await expectTokenRefused(desk, stored, testHash('never issued'));
      expect(await desk.tokens.find(testHash('never issued'))).toBeUndefined();
    });

    it('tells of a moved version before a used token, so that a second press reads anew', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const token = confirmToken(NUMBER);
      await desk.tokens.putAll([token]);
      const change = { ...changeOf(stored, ['case_taken']), consume: { tokenHash: token.hash, now: TEST_NOW } };
      await desk.cases.commit(change);

      await expect(desk.cases.commit(change)).rejects.toThrow(VersionConflictError);
    });

    it('lets exactly one of several concurrent changes through', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const contenders = Array.from({ length: 5 }, (_, index) => ({
        ...changeOf(stored, ['case_taken'], openCase(NUMBER, { clockRun: index + 1 })),
        outbox: [startRow(NUMBER, index + 1)],
      }));
      const outcomes = await Promise.allSettled(contenders.map(async (change) => desk.cases.commit(change)));

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const winner = contenders[outcomes.findIndex(({ status }) => status === 'fulfilled')];
      expect(await desk.cases.find(NUMBER)).toEqual(winner?.case);
      const rows = await Promise.all(contenders.map(async ({ outbox }) => desk.outbox.find(outbox[0]?.outboxId ?? '')));
      expect(rows.filter((row) => row !== undefined)).toEqual(winner?.outbox);
    });

    it('lists a long chain of events in order and whole', async () => {
      const { desk, stored } = await withCase(makeDesk);
      let current = stored;
      for (let round = 0; round < 13; round += 1) {
        const change = changeOf(current, ['step_done']);
        await desk.cases.commit(change);
        current = change.case;
      }

      const events = await desk.cases.listEvents(NUMBER);
      expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
      expect(verifyChain(events, current.lastEvent)).toBeUndefined();
    });

    it('lists answers by part and lets a later answer replace an earlier one', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const answers = ['10', '2', '1', '9', '3'].map((partId) => answerOf(NUMBER, partId));
      const first = { ...changeOf(stored, ['part_decided']), answers };
      await desk.cases.commit(first);
      const corrected = answerOf(NUMBER, '2', 'Verbeterd antwoord.');
      await desk.cases.commit({ ...changeOf(first.case, ['part_decided']), answers: [corrected] });

      const listed = await desk.cases.listAnswers(NUMBER);
      expect(listed.map(({ partId }) => partId)).toEqual(['1', '2', '3', '9', '10']);
      expect(listed[1]).toEqual(corrected);
    });

    it('accepts a change without events and keeps the audit head', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const change = changeOf(stored, [], unconfirmedCase(NUMBER, { wakesAt: TEST_NOW }));
      await desk.cases.commit(change);

      expect(await desk.cases.find(NUMBER)).toEqual(change.case);
      expect(await desk.findAuditHead(NUMBER)).toMatchObject(stored.lastEvent);
    });

    it('shares nothing with the caller', async () => {
      const { desk } = await withCase(makeDesk);
      const read = await desk.cases.find(NUMBER);
      read?.parts.pop();

      expect((await desk.cases.find(NUMBER))?.parts).toHaveLength(1);
    });

    it('raises on a stored item that does not parse, and tells its key', async () => {
      const { desk, stored } = await withCase(makeDesk);
      await desk.cases.commit({ ...changeOf(stored, ['part_decided']), answers: [answerOf(NUMBER, '1')] });
      await desk.spoil({ kind: 'case', caseNumber: NUMBER });
      await desk.spoil({ kind: 'content', caseNumber: NUMBER });
      await desk.spoil({ kind: 'event', caseNumber: NUMBER, sequence: 2 });
      await desk.spoil({ kind: 'answer', caseNumber: NUMBER, partId: '1' });

      await expect(desk.cases.find(NUMBER)).rejects.toMatchObject({ key: expect.stringContaining(NUMBER) });
      await expect(desk.cases.find(NUMBER)).rejects.toThrow(StoredItemInvalidError);
      await expect(desk.cases.findContent(NUMBER)).rejects.toThrow(StoredItemInvalidError);
      await expect(desk.cases.listEvents(NUMBER)).rejects.toThrow(StoredItemInvalidError);
      await expect(desk.cases.listAnswers(NUMBER)).rejects.toThrow(StoredItemInvalidError);
    });
  });
}

async function withCase(makeDesk: MakeDesk): Promise<{ desk: ContractDesk; stored: Case }> {
  const desk = await makeDesk();
  const creation = creationOf(unconfirmedCase(NUMBER));
  await desk.intake.create(creation);
  return { desk, stored: creation.case };
}

async function expectTokenRefused(desk: ContractDesk, stored: Case, tokenHash: string): Promise<void> {
  const change = {
    ...changeOf(stored, ['request_confirmed'], openCase(NUMBER)),
    outbox: [startRow(NUMBER)],
    consume: { tokenHash, now: TEST_NOW },
  };
  await expect(desk.cases.commit(change)).rejects.toThrow(TokenNotUsableError);
  expect(await desk.cases.find(NUMBER)).toEqual(stored);
  expect(await desk.cases.listEvents(NUMBER)).toHaveLength(1);
  expect(await desk.outbox.find(`${NUMBER}-start-1`)).toBeUndefined();
}
