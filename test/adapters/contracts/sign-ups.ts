import { describe, expect, it } from 'vitest';
import { SignUpExistsError, StoredItemInvalidError } from '../../../domain/errors.ts';
import { newOutboxRow } from '../../../domain/outbox/outbox-row.ts';
import { secondsLater } from '../../support/fixtures/cases.ts';
import { signUpOf } from '../../support/fixtures/consents.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';
import type { MakeDesk } from './contract-desk.ts';

const idOf = (n: number) => `sign-up-${String(n).padStart(20, '0')}`;
const ROW = newOutboxRow(
  'confirm-sign-up',
  { kind: 'mail', mail: { template: 'confirm_consent', signUpId: idOf(1), contact: signUpOf(idOf(1)).contact } },
  TEST_NOW,
);

export function describeSignUps(name: string, makeDesk: MakeDesk): void {
  describe(`sign-ups, ${name}`, () => {
    it('are stored with the mail that asks', async () => {
      const { consents, outbox } = await makeDesk();
      await consents.addSignUp(signUpOf(idOf(1)), [ROW]);

      expect(await consents.findSignUp(idOf(1))).toEqual(signUpOf(idOf(1)));
      expect(await consents.findSignUp(idOf(2))).toBeUndefined();
      expect(await outbox.find(ROW.outboxId)).toEqual(ROW);
    });

    it('are stored once: the second of an id changes nothing', async () => {
      const { consents, outbox } = await makeDesk();
      await consents.addSignUp(signUpOf(idOf(1)), []);

      const second = consents.addSignUp(signUpOf(idOf(1), { language: 'en' }), [ROW]);
      await expect(second).rejects.toThrow(SignUpExistsError);
      expect(await consents.findSignUp(idOf(1))).toEqual(signUpOf(idOf(1)));
      expect(await outbox.find(ROW.outboxId)).toBeUndefined();
    });

    it('are gone at their date, and the id is free again', async () => {
      const { consents, clock } = await makeDesk();
      await consents.addSignUp(signUpOf(idOf(1), { purgeAt: secondsLater(60) }), []);
      clock.advance({ seconds: 59 });
      expect(await consents.findSignUp(idOf(1))).toBeDefined();
      clock.advance({ seconds: 1 });
      expect(await consents.findSignUp(idOf(1))).toBeUndefined();

      await consents.addSignUp(signUpOf(idOf(1)), []);
      expect(await consents.findSignUp(idOf(1))).toEqual(signUpOf(idOf(1)));
    });

    it('are listed when they are old, earliest first and up to the limit, until they are removed', async () => {
      const { consents, clock } = await makeDesk();
      for (const n of [3, 1, 2, 5, 4]) {
        await consents.addSignUp(signUpOf(idOf(n), { purgeAt: secondsLater(60 * n) }), []);
      }

      const until = clock.now().add({ minutes: 3 });
      expect(await consents.listOldSignUps(until, 10)).toEqual([idOf(1), idOf(2), idOf(3)]);
      expect(await consents.listOldSignUps(until, 2)).toEqual([idOf(1), idOf(2)]);
      await consents.removeSignUp(idOf(1));
      await consents.removeSignUp(idOf(1));
      expect(await consents.findSignUp(idOf(1))).toBeUndefined();
      expect(await consents.listOldSignUps(until, 10)).toEqual([idOf(2), idOf(3)]);
    });

    it('raise when one does not parse', async () => {
      const desk = await makeDesk();
      await desk.consents.addSignUp(signUpOf(idOf(1)), []);
      await desk.spoil({ kind: 'sign_up', signUpId: idOf(1) });

      await expect(desk.consents.findSignUp(idOf(1))).rejects.toThrow(StoredItemInvalidError);
    });
  });
}
