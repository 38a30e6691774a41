import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  changeOf,
  closedCase,
  creationOf,
  dismissedCase,
  openCase,
  secondsLater,
  testCaseNumber,
  unconfirmedCase,
} from '../../support/fixtures/cases.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';
import type { MakeDesk } from './contract-desk.ts';

const UNTIL = Temporal.Instant.from(TEST_NOW);

/** Reading many cases at once: the overview of the desk. */
export function describeManyCases(name: string, makeDesk: MakeDesk): void {
  describe(`many cases, ${name}`, () => {
    it('finds every case there is under some numbers, however many, and each once', async () => {
      const desk = await makeDesk();
      const subjects = Array.from({ length: 130 }, (_, index) => openCase(testCaseNumber(index)));
      await Promise.all(subjects.map(async (subject) => desk.intake.create(creationOf(subject))));
      const numbers = subjects.map(({ caseNumber }) => caseNumber);

      const { cases, unreadable } = await desk.cases.findMany([
        ...numbers,
        testCaseNumber(500),
        ...numbers.slice(0, 5),
      ]);
      expect(cases.toSorted((a, b) => (a.caseNumber < b.caseNumber ? -1 : 1))).toEqual(
        subjects.toSorted((a, b) => (a.caseNumber < b.caseNumber ? -1 : 1)),
      );
      expect(unreadable).toEqual([]);
    });

    it('reads a change at once, and nothing for no number', async () => {
      const desk = await makeDesk();
      const stored = unconfirmedCase(testCaseNumber(1));
      await desk.intake.create(creationOf(stored));
      const opened = changeOf(stored, ['request_confirmed'], openCase(stored.caseNumber));
      await desk.cases.commit(opened);

      expect((await desk.cases.findMany([stored.caseNumber])).cases).toEqual([opened.case]);
      expect(await desk.cases.findMany([])).toEqual({ cases: [], unreadable: [] });
    });
  });
}

export function describeDueCases(name: string, makeDesk: MakeDesk): void {
  describe(`due cases, ${name}`, () => {
    it('lists every due case, earliest first, however many there are', async () => {
      const desk = await makeDesk();
      const subjects = Array.from({ length: 60 }, (_, index) =>
        openCase(testCaseNumber(index), { nextStepAt: secondsLater(-((index * 37) % 61)) }),
      );
      await Promise.all(subjects.map(async (subject) => desk.intake.create(creationOf(subject))));

      const expected = subjects.toSorted((a, b) => ((a.nextStepAt ?? '') < (b.nextStepAt ?? '') ? -1 : 1));
      expect(await desk.cases.listDue('open', UNTIL)).toEqual(expected.map(({ caseNumber }) => caseNumber));
    });

    it('takes in the very instant and not the one after', async () => {
      const desk = await makeDesk();
      const [before, at, after] = [1, 2, 3].map(testCaseNumber) as [string, string, string];
      const due = [
        openCase(before, { nextStepAt: '2026-03-02T09:59:59.999Z' }),
        openCase(at, { nextStepAt: TEST_NOW }),
        openCase(after, { nextStepAt: '2026-03-02T10:00:00.001Z' }),
      ];
      for (const subject of due) await desk.intake.create(creationOf(subject));

      expect(await desk.cases.listDue('open', UNTIL)).toEqual([before, at]);
    });

    it('keeps open and unconfirmed cases apart', async () => {
      const desk = await makeDesk();
      const [open, unconfirmed] = [1, 2].map(testCaseNumber) as [string, string];
      await desk.intake.create(creationOf(openCase(open, { nextStepAt: TEST_NOW })));
      await desk.intake.create(creationOf(unconfirmedCase(unconfirmed, { nextStepAt: TEST_NOW })));

      expect(await desk.cases.listDue('open', UNTIL)).toEqual([open]);
      expect(await desk.cases.listDue('unconfirmed', UNTIL)).toEqual([unconfirmed]);
    });

    it('moves a case with its next step and its status', async () => {
      const desk = await makeDesk();
      const caseNumber = testCaseNumber(1);
      const stored = unconfirmedCase(caseNumber, { nextStepAt: secondsLater(-60) });
      await desk.intake.create(creationOf(stored));
      const opened = changeOf(stored, ['request_confirmed'], openCase(caseNumber, { nextStepAt: secondsLater(-30) }));
      await desk.cases.commit(opened);

      expect(await desk.cases.listDue('unconfirmed', UNTIL)).toEqual([]);
      expect(await desk.cases.listDue('open', UNTIL)).toEqual([caseNumber]);

      const later = openCase(caseNumber, { nextStepAt: secondsLater(60) });
      await desk.cases.commit(changeOf(opened.case, ['step_done'], later));
      expect(await desk.cases.listDue('open', UNTIL)).toEqual([]);
    });

    it('keeps a closed case apart with what is still to be done for it', async () => {
      const desk = await makeDesk();
      const [due, later, over] = [1, 2, 3].map(testCaseNumber) as [string, string, string];
      const ends = [
        closedCase(due, { nextStepAt: TEST_NOW }),
        closedCase(later, { nextStepAt: secondsLater(1) }),
        closedCase(over, { nextStepAt: null }),
      ];
      for (const end of ends) {
        const stored = openCase(end.caseNumber, { nextStepAt: TEST_NOW });
        await desk.intake.create(creationOf(stored));
        await desk.cases.commit(changeOf(stored, ['case_closed'], end));
      }

      expect(await desk.cases.listDue('closed', UNTIL)).toEqual([due]);
      expect(await desk.cases.listDue('closed', UNTIL.add({ hours: 24 * 365 * 10 }))).toEqual([due, later]);
      expect(await desk.cases.listDue('open', UNTIL)).toEqual([]);
      expect(await desk.cases.listDue('unconfirmed', UNTIL)).toEqual([]);
    });

    it('takes a case that was opened again back among the open ones', async () => {
      const desk = await makeDesk();
      const caseNumber = testCaseNumber(1);
      const stored = closedCase(caseNumber, { nextStepAt: TEST_NOW });
      await desk.intake.create(creationOf(stored));
      await desk.cases.commit(changeOf(stored, ['case_reopened'], openCase(caseNumber, { nextStepAt: TEST_NOW })));

      expect(await desk.cases.listDue('closed', UNTIL)).toEqual([]);
      expect(await desk.cases.listDue('open', UNTIL)).toEqual([caseNumber]);
    });

    it('drops a case that is dismissed, even one that says something is due', async () => {
      const desk = await makeDesk();
      const caseNumber = testCaseNumber(1);
      const stored = unconfirmedCase(caseNumber, { nextStepAt: TEST_NOW });
      await desk.intake.create(creationOf(stored));
      const dismissed = dismissedCase(caseNumber, { nextStepAt: TEST_NOW });
      await desk.cases.commit(changeOf(stored, ['request_dismissed'], dismissed));

      for (const status of ['open', 'unconfirmed', 'closed'] as const) {
        expect(await desk.cases.listDue(status, UNTIL)).toEqual([]);
      }
    });

    it('drops a case with nothing due any more', async () => {
      const desk = await makeDesk();
      await desk.intake.create(creationOf(openCase(testCaseNumber(1), { nextStepAt: null })));

      expect(await desk.cases.listDue('open', UNTIL.add({ hours: 24 * 365 * 100 }))).toEqual([]);
    });
  });
}
