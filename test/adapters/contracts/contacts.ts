import { describe, expect, it } from 'vitest';
import {
  changeOf,
  closedCase,
  creationOf,
  secondsLater,
  testCaseNumber,
  testHash,
  unconfirmedCase,
} from '../../support/fixtures/cases.ts';
import type { MakeDesk } from './contract-desk.ts';

const JAN = { kid: 'k1', mac: testHash('jan') };
const EVE = { kid: 'k1', mac: testHash('eve') };

export function describeContacts(name: string, makeDesk: MakeDesk): void {
  describe(`cases of one contact, ${name}`, () => {
    it('are all of them in order of receipt, whatever became of them, and nobody else’s', async () => {
      const desk = await makeDesk();
      const [late, early, closed, other, otherKey] = [1, 2, 3, 4, 5].map(testCaseNumber) as [
        string,
        string,
        string,
        string,
        string,
      ];
      const cases = [
        unconfirmedCase(late, { contactHash: JAN, receivedAt: secondsLater(60) }),
        unconfirmedCase(early, { contactHash: JAN, receivedAt: secondsLater(-60) }),
        unconfirmedCase(closed, { contactHash: JAN }),
        unconfirmedCase(other, { contactHash: EVE }),
        unconfirmedCase(otherKey, { contactHash: { ...JAN, kid: 'k2' } }),
      ];
      for (const subject of cases) await desk.intake.create(creationOf(subject));
      const [, , third] = cases;
      if (third === undefined) throw new Error('there are five');
      await desk.cases.commit(changeOf(third, ['case_closed'], closedCase(closed, { contactHash: JAN })));

      expect(await desk.cases.listOfContact(JAN)).toEqual([early, closed, late]);
      expect(await desk.cases.listOfContact(EVE)).toEqual([other]);
      expect(await desk.cases.listOfContact({ kid: 'k1', mac: testHash('nobody') })).toEqual([]);
    });

    it('are however many there are', async () => {
      const desk = await makeDesk();
      const numbers = Array.from({ length: 30 }, (_, index) => testCaseNumber(index));
      for (const [index, caseNumber] of numbers.entries()) {
        const receivedAt = secondsLater(index);
        await desk.intake.create(creationOf(unconfirmedCase(caseNumber, { contactHash: JAN, receivedAt })));
      }

      expect(await desk.cases.listOfContact(JAN)).toEqual(numbers);
    });

    it('move with an address that changed', async () => {
      const desk = await makeDesk();
      const stored = unconfirmedCase(testCaseNumber(1), { contactHash: JAN });
      await desk.intake.create(creationOf(stored));
      await desk.cases.commit(changeOf(stored, ['contact_changed'], { ...stored, contactHash: EVE }));

      expect(await desk.cases.listOfContact(JAN)).toEqual([]);
      expect(await desk.cases.listOfContact(EVE)).toEqual([stored.caseNumber]);
    });
  });
}
