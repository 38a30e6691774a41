import { describe, expect, it } from 'vitest';
import { suppressionReasonSchema } from '../../../domain/consents/suppression.ts';
import { StoredItemInvalidError } from '../../../domain/errors.ts';
import { secondsLater } from '../../support/fixtures/cases.ts';
import { contactNamed, consentEvents, suppressionOf } from '../../support/fixtures/consents.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';
import type { MakeDesk } from './contract-desk.ts';

const JAN = contactNamed('jan');

export function describeSuppressions(name: string, makeDesk: MakeDesk): void {
  describe(`suppressions, ${name}`, () => {
    it('are none of somebody unknown, and none of nobody', async () => {
      const { consents } = await makeDesk();
      expect(await consents.listSuppressions([JAN])).toEqual([]);
      expect(await consents.listSuppressions([])).toEqual([]);
    });

    it('keep every reason beside the others, each scope by itself', async () => {
      const { consents } = await makeDesk();
      const reasons = [...suppressionReasonSchema.options, 'lifted'] as const;
      for (const [n, reason] of reasons.entries()) {
        await consents.commit({ suppressions: [suppressionOf('jan', { reason, at: secondsLater(n) })] });
      }
      await consents.commit({ suppressions: [suppressionOf('jan', { scope: 'nieuwsbrief-extra' })] });

      const head = { schemaVersion: 1, contact: JAN, channel: 'email' };
      const stored = await consents.listSuppressions([JAN]);
      expect(stored.toSorted((a, b) => (a.scope < b.scope ? -1 : 1))).toEqual([
        { ...head, scope: 'all', ...Object.fromEntries(reasons.map((each, n) => [`${each}At`, secondsLater(n)])) },
        { ...head, scope: 'nieuwsbrief-extra', objectedAt: TEST_NOW },
      ]);
    });

    it('keep the last instant of a reason, whatever comes last', async () => {
      const { consents } = await makeDesk();
      await consents.commit({ suppressions: [suppressionOf('jan', { at: secondsLater(60) })] });
      await consents.commit({ suppressions: [suppressionOf('jan')] });
      expect(await consents.listSuppressions([JAN])).toMatchObject([{ objectedAt: secondsLater(60) }]);

      await consents.commit({ suppressions: [suppressionOf('jan', { at: secondsLater(61) })] });
      expect(await consents.listSuppressions([JAN])).toMatchObject([{ objectedAt: secondsLater(61) }]);
    });

    it('store the rest of a change that brings an instant long past', async () => {
      const { consents } = await makeDesk();
      await consents.commit({ suppressions: [suppressionOf('jan', { at: secondsLater(60) })] });
      const events = consentEvents(JAN, 'nieuwsbrief', ['requested']);
      const suppressions = [
        suppressionOf('jan'),
        suppressionOf('jan', { reason: 'complained' }),
        suppressionOf('eve', { reason: 'bounced' }),
      ];
      await consents.commit({ events, suppressions });

      expect(await consents.listRecords(JAN)).toMatchObject([{ events }]);
      expect(await consents.listSuppressions([JAN])).toMatchObject([
        { objectedAt: secondsLater(60), complainedAt: TEST_NOW },
      ]);
      expect(await consents.listSuppressions([contactNamed('eve')])).toMatchObject([{ bouncedAt: TEST_NOW }]);
    });

    it('take the last of several in one change', async () => {
      const { consents } = await makeDesk();
      const suppressions = [3, 5, 4].map((n) => suppressionOf('jan', { at: secondsLater(n) }));
      await consents.commit({ suppressions });
      expect(await consents.listSuppressions([JAN])).toMatchObject([{ objectedAt: secondsLater(5) }]);
    });

    it('lose none of several written at once', async () => {
      const { consents } = await makeDesk();
      const { options } = suppressionReasonSchema;
      await Promise.all(
        options.map(async (reason) => consents.commit({ suppressions: [suppressionOf('jan', { reason })] })),
      );
      expect(await consents.listSuppressions([JAN])).toMatchObject([
        Object.fromEntries(options.map((reason) => [`${reason}At`, TEST_NOW])),
      ]);
    });

    it('are those of the contacts asked for, however many, a contact named twice once', async () => {
      const { consents } = await makeDesk();
      const names = Array.from({ length: 130 }, (_, n) => `person ${n}`);
      const suppressions = names.map((each) => suppressionOf(each));
      await consents.commit({ suppressions: suppressions.slice(0, 90) });
      await consents.commit({ suppressions: suppressions.slice(90) });
      await consents.commit({ suppressions: [suppressionOf('jan')] });

      const found = await consents.listSuppressions([...names, 'person 0', 'nobody'].map((each) => contactNamed(each)));
      expect(new Set(found.map(({ contact }) => contact.mac))).toEqual(
        new Set(names.map((each) => contactNamed(each).mac)),
      );
      expect(found).toHaveLength(130);
      expect(await consents.listSuppressions([contactNamed('jan', 'k2')])).toEqual([]);
    });

    it('raise when one does not parse', async () => {
      const desk = await makeDesk();
      await desk.consents.commit({ suppressions: [suppressionOf('jan')] });
      await desk.spoil({ kind: 'suppression', contact: JAN });

      await expect(desk.consents.listSuppressions([JAN])).rejects.toThrow(StoredItemInvalidError);
    });
  });
}
