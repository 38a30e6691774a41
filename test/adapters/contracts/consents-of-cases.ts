import { describe, expect, it } from 'vitest';
import { CaseNumberTakenError, ConsentConflictError, VersionConflictError } from '../../../domain/errors.ts';
import type { ConsentEnding } from '../../../domain/consents/ports.ts';
import {
  changeOf,
  creationOf,
  secondsLater,
  submissionOf,
  testCaseNumber,
  unconfirmedCase,
} from '../../support/fixtures/cases.ts';
import { consentEvents, contactNamed, listEntryOf, subscriberOf } from '../../support/fixtures/consents.ts';
import type { ContractDesk, MakeDesk } from './contract-desk.ts';

const NUMBER = testCaseNumber(1);
const OTHER = testCaseNumber(2);
const JAN = contactNamed('jan');
const TOPIC = 'nieuwsbrief';
const BEFORE = consentEvents(JAN, TOPIC, ['requested', 'given']);
const ENDING: ConsentEnding = {
  events: consentEvents(JAN, TOPIC, ['withdrawn'], BEFORE),
  unlisted: [{ topic: TOPIC, contact: JAN }],
  subscribers: [subscriberOf(JAN, { keepUntil: secondsLater(3600), version: 2 })],
};
/** As read before somebody gave consent. */
const STALE: ConsentEnding = { ...ENDING, events: consentEvents(JAN, TOPIC, ['withdrawn']) };
const IN_FORCE = { events: BEFORE, listed: [listEntryOf(JAN)], subscriber: subscriberOf(JAN) };
const ENDED = { events: [...BEFORE, ...ENDING.events], listed: [], subscriber: ENDING.subscribers[0] };

export function describeConsentsOfCases(name: string, makeDesk: MakeDesk): void {
  describe(`consents that end with a case, ${name}`, () => {
    it('end in the creation of it', async () => {
      const desk = await withConsent(makeDesk);
      await desk.intake.create(creationOf(unconfirmedCase(NUMBER), { consents: ENDING }));
      expect(await stateIn(desk)).toEqual(ENDED);
    });

    it('end in a change of it', async () => {
      const desk = await withConsent(makeDesk);
      const { case: stored } = await create(desk);
      await desk.cases.commit({ ...changeOf(stored, ['part_carried_out']), consents: ENDING });
      expect(await stateIn(desk)).toEqual(ENDED);
    });

    it('refuse a creation when a record has moved on, and a taken number is told before', async () => {
      const desk = await withConsent(makeDesk);
      const refused = creationOf(unconfirmedCase(NUMBER), { consents: STALE });
      await expect(desk.intake.create(refused)).rejects.toThrow(ConsentConflictError);
      expect(await desk.cases.find(NUMBER)).toBeUndefined();
      expect(await stateIn(desk)).toEqual(IN_FORCE);

      await create(desk);
      const taken = { ...refused, submission: submissionOf(OTHER) };
      await expect(desk.intake.create(taken)).rejects.toThrow(CaseNumberTakenError);
      expect(await stateIn(desk)).toEqual(IN_FORCE);
    });

    it('refuse a change when a record has moved on, to be decided anew', async () => {
      const desk = await withConsent(makeDesk);
      const { case: stored } = await create(desk);
      const change = { ...changeOf(stored, ['part_carried_out']), consents: STALE };

      await expect(desk.cases.commit(change)).rejects.toThrow(VersionConflictError);
      expect(await desk.cases.find(NUMBER)).toEqual(stored);
      expect(await stateIn(desk)).toEqual(IN_FORCE);
    });

    it('stay in force with a change that is refused', async () => {
      const desk = await withConsent(makeDesk);
      const { case: stored } = await create(desk);
      await desk.cases.commit(changeOf(stored, ['case_taken']));

      const late = { ...changeOf(stored, ['part_carried_out']), consents: ENDING };
      await expect(desk.cases.commit(late)).rejects.toThrow(VersionConflictError);
      expect(await stateIn(desk)).toEqual(IN_FORCE);
    });
  });
}

async function withConsent(makeDesk: MakeDesk): Promise<ContractDesk> {
  const desk = await makeDesk();
  await desk.consents.commit({ events: BEFORE, listed: [listEntryOf(JAN)], subscribers: [subscriberOf(JAN)] });
  return desk;
}

async function create(desk: ContractDesk) {
  const creation = creationOf(unconfirmedCase(NUMBER));
  await desk.intake.create(creation);
  return creation;
}

async function stateIn({ consents, lists }: ContractDesk) {
  return {
    events: (await consents.listRecords(JAN)).flatMap(({ events }) => events),
    listed: await lists.find(TOPIC, [JAN]),
    subscriber: await consents.findSubscriber(JAN),
  };
}
