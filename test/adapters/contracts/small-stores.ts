import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { StoredItemInvalidError, TokenNotUsableError } from '../../../domain/errors.ts';
import { confirmToken, staffSession, testCaseNumber, testHash } from '../../support/fixtures/cases.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';
import type { MakeDesk } from './contract-desk.ts';

const NOW = Temporal.Instant.from(TEST_NOW);
const NUMBER = testCaseNumber(1);
const TOKEN = confirmToken(NUMBER);

export function describeTokenStore(name: string, makeDesk: MakeDesk): void {
  describe(`action tokens, ${name}`, () => {
    it('stores many at once and finds each', async () => {
      const desk = await makeDesk();
      const tokens = Array.from({ length: 60 }, (_, index) =>
        confirmToken(NUMBER, { hash: testHash(`token ${index}`) }),
      );
      await desk.tokens.putAll(tokens);

      expect(await Promise.all(tokens.map(async ({ hash }) => desk.tokens.find(hash)))).toEqual(tokens);
      expect(await desk.tokens.find(testHash('never issued'))).toBeUndefined();
    });

    it('stores none when there are none', async () => {
      const desk = await makeDesk();
      await expect(desk.tokens.putAll([])).resolves.toBeUndefined();
    });

    it('is used once, by one', async () => {
      const desk = await makeDesk();
      await desk.tokens.putAll([TOKEN]);
      const uses = await Promise.allSettled([1, 2, 3].map(async () => desk.tokens.consume(TOKEN.hash, NOW)));

      expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await expect(desk.tokens.consume(TOKEN.hash, NOW)).rejects.toThrow(TokenNotUsableError);
      expect(await desk.tokens.find(TOKEN.hash)).toEqual({ ...TOKEN, usedAt: TEST_NOW });
    });

    it('cannot be used at its expiry or when it never was', async () => {
      const desk = await makeDesk();
      await desk.tokens.putAll([TOKEN]);
      const expiry = Temporal.Instant.from(TOKEN.expiresAt);

      await expect(desk.tokens.consume(TOKEN.hash, expiry)).rejects.toThrow(TokenNotUsableError);
      await expect(desk.tokens.consume(testHash('never issued'), NOW)).rejects.toThrow(TokenNotUsableError);
      await desk.tokens.consume(TOKEN.hash, expiry.subtract({ milliseconds: 1 }));
    });

    it('raises when it does not parse', async () => {
      const desk = await makeDesk();
      await desk.tokens.putAll([TOKEN]);
      await desk.spoil({ kind: 'token', hash: TOKEN.hash });

      await expect(desk.tokens.find(TOKEN.hash)).rejects.toThrow(StoredItemInvalidError);
    });
  });
}

export function describeSessionStore(name: string, makeDesk: MakeDesk): void {
  describe(`staff sessions, ${name}`, () => {
    it('finds what was stored, the latest of one hash', async () => {
      const desk = await makeDesk();
      await desk.sessions.put(staffSession('cookie'));
      const latest = staffSession('cookie', { staffId: 'bert-deputy' });
      await desk.sessions.put(latest);

      expect(await desk.sessions.find(latest.hash)).toEqual(latest);
      expect(await desk.sessions.find(testHash('another'))).toBeUndefined();
    });

    it('raises when it does not parse', async () => {
      const desk = await makeDesk();
      const session = staffSession('cookie');
      await desk.sessions.put(session);
      await desk.spoil({ kind: 'session', hash: session.hash });

      await expect(desk.sessions.find(session.hash)).rejects.toThrow(StoredItemInvalidError);
    });
  });
}

export function describeRateLimiter(name: string, makeDesk: MakeDesk): void {
  const hourly = { subject: testHash('somebody'), atMost: 3, windowSeconds: 3600 };

  describe(`rate limits, ${name}`, () => {
    it('lets so many through in a window and starts anew in the next', async () => {
      const { limiter } = await makeDesk();
      const take = async (now: Temporal.Instant) => limiter.take(hourly, now);

      const first = [await take(NOW), await take(NOW), await take(NOW.add({ minutes: 59, seconds: 59 }))];
      expect(first).toEqual([true, true, true]);
      expect(await take(NOW.add({ minutes: 59, seconds: 59 }))).toBe(false);
      expect(await take(NOW.add({ hours: 1 }))).toBe(true);
    });

    it('counts every subject and every window length by itself', async () => {
      const { limiter } = await makeDesk();
      const one = { ...hourly, atMost: 1 };
      expect(await limiter.take(one, NOW)).toBe(true);
      expect(await limiter.take({ ...one, subject: testHash('somebody else') }, NOW)).toBe(true);
      expect(await limiter.take({ ...one, windowSeconds: 60 }, NOW)).toBe(true);
      expect(await limiter.take(one, NOW)).toBe(false);
    });

    it('miscounts nothing under concurrent calls', async () => {
      const { limiter } = await makeDesk();
      const calls = await Promise.all(Array.from({ length: 12 }, async () => limiter.take(hourly, NOW)));
      expect(calls.filter(Boolean)).toHaveLength(3);
    });

    it('lets a subject through once in so many seconds since it was last let through', async () => {
      const { limiter } = await makeDesk();
      const limit = { subject: testHash('somebody'), seconds: 86_400 };
      let calls = 0;
      const once = async (now: Temporal.Instant) => {
        calls += 1;
        return limiter.takeOnce({ ...limit, by: `row-${calls}` }, now);
      };
      const day = NOW.add({ hours: 24 });

      expect([await once(NOW), await once(NOW)]).toEqual([true, false]);
      expect(await once(day.subtract({ milliseconds: 1 }))).toBe(false);
      expect([await once(day), await once(day.add({ hours: 23 }))]).toEqual([true, false]);
      const other = { ...limit, subject: testHash('somebody else') };
      expect(await limiter.takeOnce({ ...other, by: 'row-1' }, NOW)).toBe(true);
      // Whoever was let through and asks again, after a fault, still is.
      expect(await limiter.takeOnce({ ...other, by: 'row-1' }, NOW)).toBe(true);
      expect(await limiter.takeOnce({ ...other, by: 'row-2' }, NOW)).toBe(false);
      expect(await limiter.take(hourly, NOW)).toBe(true);
    });

    it('lets one of several through that come at once', async () => {
      const { limiter } = await makeDesk();
      const calls = Array.from({ length: 6 }, async (_, index) =>
        limiter.takeOnce({ subject: testHash('somebody'), seconds: 60, by: `row-${index}` }, NOW),
      );
      expect((await Promise.all(calls)).filter(Boolean)).toHaveLength(1);
    });
  });
}
