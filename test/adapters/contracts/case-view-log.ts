import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../../domain/desk/case-view.ts';
import { secondsLater, testCaseNumber } from '../../support/fixtures/cases.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';
import type { MakeDesk } from './contract-desk.ts';

const NUMBER = testCaseNumber(1);

function view(staffId: string, at: string, caseNumber: string = NUMBER): CaseView {
  return { schemaVersion: 1, caseNumber, staffId, at };
}

export function describeCaseViewLog(name: string, makeDesk: MakeDesk): void {
  describe(`who saw a case, ${name}`, () => {
    it('is kept for every look, beside the audit trail', async () => {
      const desk = await makeDesk();
      const looks = [
        view('anna-handler', secondsLater(-60)),
        view('anna-handler', TEST_NOW),
        view('bert-deputy', TEST_NOW),
      ];
      for (const look of looks) await desk.views.record(look);
      await desk.views.record(view('anna-handler', TEST_NOW, testCaseNumber(2)));

      expect(await desk.listViews(NUMBER)).toEqual(looks);
      expect(await desk.cases.listEvents(NUMBER)).toEqual([]);
    });

    it('is one look when it is recorded again', async () => {
      const desk = await makeDesk();
      await desk.views.record(view('anna-handler', TEST_NOW));
      await desk.views.record(view('anna-handler', TEST_NOW));

      expect(await desk.listViews(NUMBER)).toEqual([view('anna-handler', TEST_NOW)]);
    });
  });
}
