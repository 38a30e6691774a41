import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFault } from '../../../../domain/consents/consent-event.ts';
import { recordsOfAddress } from '../../../../domain/consents/consent-record.ts';
import { createDesk } from '../../../support/desk/memory-desk.ts';
import { Model, PEOPLE, perform, post, someAct, TOPICS } from './consent-model.ts';

describe('export, check, import and record', () => {
  it('say what the rules say after any history, and no event ever changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someAct, { minLength: 1, maxLength: 7 }), async (acts) => {
        const desk = createDesk();
        // No mail is sent, which is what takes long.
        desk.faults.deliveries = () => 0;
        const model = new Model();
        const written = new Map<string, string>();
        for (const [index, doing] of acts.entries()) {
          await desk.runFor({ seconds: 1 });
          await perform(desk, model, doing, index);
          const events = desk.stores.desk.consentEvents.list();
          expect(events.length).toBeGreaterThanOrEqual(written.size);
          for (const event of events) {
            const key = `${event.recordId} ${event.sequence}`;
            const text = JSON.stringify(event);
            expect(written.get(key) ?? text).toBe(text);
            written.set(key, text);
          }
        }
        for (const each of TOPICS) {
          const page = await desk.gateway({
            route: 'GET /api/topics/{topic}/subscribers',
            pathParameters: { topic: each },
          });
          const exported = (JSON.parse(page.body) as { subscribers: { email: string }[] }).subscribers.map(
            (one) => one.email,
          );
          expect(exported.toSorted()).toEqual(PEOPLE.filter((person) => model.isOn(person, each)));
          const check = await post(desk, '/api/topics/{topic}/check', { emails: PEOPLE }, each);
          const reasons = (JSON.parse(check.body) as { results: { reason: string }[] }).results.map(
            ({ reason }) => reason,
          );
          expect(reasons).toEqual(
            PEOPLE.map((person) => {
              if (model.isStopped(person, each)) return 'suppressed';
              return model.isOn(person, each) ? 'subscribed' : 'not_subscribed';
            }),
          );
        }
        for (const person of PEOPLE) {
          const records = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, person);
          expect(records.length).toBeLessThanOrEqual(2);
          for (const { events } of records) expect(firstFault(events)).toBeUndefined();
        }
      }),
      { numRuns: 1000 },
    );
  });
});
