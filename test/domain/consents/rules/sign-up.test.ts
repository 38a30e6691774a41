import { describe, expect, it } from 'vitest';
import { manageConsentsRoutes } from '../../../../functions/manage-consents/routes.ts';
import { createGateway, formCall } from '../../../support/desk/gateway.ts';
import { createDesk, type Desk } from '../../../support/desk/memory-desk.ts';
import { confirm, submit } from '../../../support/desk/people.ts';
import {
  aSignUp,
  decide,
  EVA,
  jsonCall,
  oneClick,
  signUpSecret,
  signUpWith,
  storedConsents,
  subscribe,
  tokenFor,
  topicsOn,
} from '../../../support/desk/subscribers.ts';
import { aroundStores } from '../../inbound-mail/rules/mail-acts.ts';

const DAY = { hours: 24 };
const asked = (desk: Desk, email: string = EVA) => desk.mailbox.of('confirm_consent', email).length;
const unsent = (desk: Desk) => desk.stores.desk.outbox.list().filter(({ outcome }) => outcome === null);

/** Somebody objects to marketing through the form of requests. */
async function object(desk: Desk, email: string = EVA): Promise<void> {
  await submit(desk, {
    language: 'nl',
    requester: { name: 'Eva', email },
    parts: [{ requestType: 'marketing_objection' }],
  });
}

describe('signing up', () => {
  it('does the same work and says the same for new, known, suppressed, complaining, declined and purged addresses', async () => {
    const desk = createDesk();
    await subscribe(desk, { email: 'known@example.org' });
    await subscribe(desk, { email: 'stopped@example.org' });
    await oneClick(desk, tokenFor(desk, 'nieuwsbrief', 'stopped@example.org'));
    await object(desk, 'objected@example.org');
    await signUpWith(desk, { email: 'declined@example.org' });
    await decide(desk, signUpSecret(desk, 'declined@example.org'), 'decline');
    await signUpWith(desk, { email: 'complained@example.org' });
    await desk.complain(desk.mailbox.last('confirm_consent', 'complained@example.org').outboxId);
    await signUpWith(desk, { email: 'purged@example.org' });
    await desk.runFor({ hours: 24 * 8 });
    await desk.late();
    await desk.settle();
    expect(desk.stores.desk.signUps.list()).toEqual([]);

    const calls: string[] = [];
    aroundStores(desk, (name, call) => {
      calls.push(name);
      return call();
    });
    const gateway = createGateway([manageConsentsRoutes(desk.dependencies)]);
    const told: unknown[] = [];
    const names = ['new', 'known', 'stopped', 'objected', 'declined', 'complained', 'purged'];
    for (const name of names) {
      const reply = await gateway(jsonCall('POST /api/consents', aSignUp({ email: `${name}@example.org` })));
      told.push([reply, calls.splice(0)]);
    }
    for (const each of told) expect(each).toEqual(told[0]);
    expect(told[0]).toMatchObject([{ status: 202 }, ['limiter.take', 'consents.addSignUp']]);
  });

  it.each([
    ['a second before 72 hours', { hours: 71, minutes: 59, seconds: 59 }, 200, ['mailing', 'nieuwsbrief']],
    ['at 72 hours', { hours: 72 }, 410, []],
    ['a second after', { hours: 72, seconds: 1 }, 410, []],
  ])('can be confirmed for 72 hours: %s', async (_when, later, status, topics) => {
    const desk = createDesk();
    await signUpWith(desk);
    await desk.runFor(later);
    expect((await decide(desk, signUpSecret(desk), 'confirm')).status).toBe(status);
    expect(await topicsOn(desk)).toEqual(topics);
    expect(desk.mailbox.of('consent_receipt', EVA)).toHaveLength(topics.length > 0 ? 1 : 0);
  });

  it('counts the 72 hours from the sign-up, also where its mail left late', async () => {
    const desk = createDesk();
    desk.mailbox.fault = () => ({ error: new Error('down') });
    await signUpWith(desk);
    await desk.runFor({ hours: 70 });
    desk.mailbox.fault = () => undefined;
    await desk.redrive();
    await desk.settle();
    await desk.runFor({ hours: 2, seconds: 1 });
    expect((await decide(desk, signUpSecret(desk), 'confirm')).status).toBe(410);
  });

  it('leaves nothing behind after seven days, and until then what was typed', async () => {
    const desk = createDesk({ schedules: true });
    const typed = 'zwaluwnest@example.org';
    await signUpWith(desk, { email: typed });
    await desk.runFor({ hours: 167, minutes: 59, seconds: 59 });
    expect(desk.stores.desk.signUps.list()).toHaveLength(1);
    await desk.runFor({ hours: 2 });
    expect(desk.stores.desk.signUps.list()).toEqual([]);
    expect(storedConsents(desk)).not.toContain('zwaluwnest');
    expect(desk.stores.desk.consentEvents.list()).toEqual([]);
    expect(asked(desk, typed)).toBe(1);
  });

  it('sends one mail, no reminder, and it is functional: automatic and without an offer to unsubscribe', async () => {
    const desk = createDesk({ schedules: true });
    await signUpWith(desk);
    await desk.runFor({ hours: 24 * 9 });
    expect(desk.mailbox.sent.filter(({ to }) => to === EVA)).toHaveLength(1);
    expect(desk.mailbox.last('confirm_consent')).toMatchObject({ automatic: true });
    expect(desk.mailbox.last('confirm_consent').unsubscribe).toBeUndefined();
  });

  it('keeps no secret: only the hash of the token is stored', async () => {
    const desk = createDesk();
    await signUpWith(desk);
    const secret = signUpSecret(desk);
    const tables = Object.values(desk.stores.desk).flatMap((table) =>
      typeof table === 'object' && 'list' in table && typeof table.list === 'function' ? [table.list()] : [],
    );
    expect(JSON.stringify(tables)).not.toContain(secret);
  });
});

describe('three mails a day', () => {
  it('go to one address, from whatever callers and however it is written', async () => {
    const desk = createDesk();
    const written = [EVA, 'EVA@example.org', ' eva@example.org ', 'eva@EXAMPLE.org', 'Eva@Example.Org'];
    for (let count = 0; count < 40; count += 1) {
      const call = jsonCall('POST /api/consents', aSignUp({ email: written[count % written.length] }));
      const reply = await desk.gateway({ ...call, from: `198.51.100.${count}` });
      expect([reply.status, reply.body]).toEqual([202, '{"status":"accepted"}']);
    }
    await desk.settle();
    expect(desk.mailbox.of('confirm_consent')).toHaveLength(3);
    expect(unsent(desk)).toEqual([]);
    await desk.runFor(DAY);
    for (let count = 0; count < 5; count += 1) await signUpWith(desk);
    expect(desk.mailbox.of('confirm_consent')).toHaveLength(6);
  });

  it('and no more in any 24 hours, also around midnight', async () => {
    const desk = createDesk({ start: '2026-03-02T23:50:00Z' });
    for (let count = 0; count < 4; count += 1) await signUpWith(desk);
    await desk.runFor({ minutes: 20 });
    for (let count = 0; count < 4; count += 1) await signUpWith(desk);
    expect(asked(desk)).toBe(3);
  });

  it('still let in who can press: each of the three works', async () => {
    for (const which of [0, 1, 2]) {
      const desk = createDesk();
      for (let count = 0; count < 3; count += 1) await signUpWith(desk);
      const mail = desk.mailbox.of('confirm_consent', EVA)[which];
      if (mail === undefined) throw new Error('three mails left');
      expect((await decide(desk, desk.mailbox.secretIn(mail, 'confirm_consent'), 'confirm')).status).toBe(200);
      expect(await topicsOn(desk)).toEqual(['mailing', 'nieuwsbrief']);
    }
  });
});

const UNWANTED: readonly (readonly [string, (desk: Desk) => Promise<unknown>])[] = [
  ['an objection', (desk) => object(desk)],
  [
    'a complaint about a confirmation mail',
    async (desk) => {
      await signUpWith(desk);
      await desk.complain(desk.mailbox.last('confirm_consent', EVA).outboxId);
    },
  ],
  [
    'a complaint about a receipt',
    async (desk) => {
      await subscribe(desk);
      await desk.complain(desk.mailbox.last('consent_receipt', EVA).outboxId);
    },
  ],
  [
    '"this was not me"',
    async (desk) => {
      await signUpWith(desk);
      await decide(desk, signUpSecret(desk), 'decline');
    },
  ],
];

describe.each(UNWANTED)('after %s', (_what, happens) => {
  it('one confirmation mail goes out in thirty days, and the answer says nothing of it', async () => {
    const desk = createDesk();
    await happens(desk);
    const before = asked(desk);
    const replies = [];
    for (let day = 0; day < 30; day += 1) {
      await desk.runFor({ hours: 23 });
      replies.push(await signUpWith(desk));
    }
    expect(asked(desk) - before).toBe(1);
    for (const reply of replies) expect(reply).toEqual(replies[0]);
    expect(unsent(desk)).toEqual([]);
    await desk.runFor({ hours: 24 * 30 });
    await signUpWith(desk);
    expect(asked(desk) - before).toBe(2);
  });

  it('that mail works, and then the address is like any other for these topics', async () => {
    const desk = createDesk();
    await happens(desk);
    await desk.runFor(DAY);
    await signUpWith(desk);
    expect((await decide(desk, signUpSecret(desk), 'confirm')).status).toBe(200);
    expect(await topicsOn(desk)).toEqual(['mailing', 'nieuwsbrief']);
    const before = asked(desk);
    await desk.runFor(DAY);
    await signUpWith(desk);
    await signUpWith(desk);
    expect(asked(desk) - before).toBe(2);
  });

  it('that mail is not lost when a store fails as it goes out', async () => {
    for (const failing of ['tokens.putAll', 'limiter.takeOnce', 'consents.findSignUp', 'consents.listSuppressions']) {
      const desk = createDesk();
      await happens(desk);
      await desk.runFor(DAY);
      const before = asked(desk);
      let isBroken = true;
      aroundStores(desk, async (name, call) => {
        if (!isBroken || name !== failing) return call();
        isBroken = false;
        throw new Error('the store is down');
      });
      await signUpWith(desk);
      await desk.runFor({ minutes: 5 });
      await desk.redrive();
      await desk.settle();
      expect([failing, isBroken, asked(desk) - before]).toEqual([failing, false, 1]);
    }
  });
});

describe('confirming lifts that topic only', () => {
  it('after an objection to all marketing', async () => {
    const desk = createDesk();
    await object(desk);
    await desk.runFor(DAY);
    await signUpWith(desk, { topics: ['nieuwsbrief'] });
    await decide(desk, signUpSecret(desk), 'confirm');
    expect(await topicsOn(desk)).toEqual(['nieuwsbrief']);
    const standing = async (topic: string) => {
      const reply = await desk.gateway({
        ...jsonCall('POST /api/topics/{topic}/check', { emails: [EVA] }),
        pathParameters: { topic },
      });
      return (JSON.parse(reply.body) as { results: { reason: string }[] }).results[0]?.reason;
    };
    expect(await standing('nieuwsbrief')).toBe('subscribed');
    expect(await standing('mailing')).toBe('suppressed');
  });

  it('so the other topic still has one mail in thirty days', async () => {
    const desk = createDesk();
    await object(desk);
    await desk.runFor(DAY);
    await signUpWith(desk, { topics: ['nieuwsbrief'] });
    await decide(desk, signUpSecret(desk), 'confirm');
    const before = asked(desk);
    for (let day = 0; day < 5; day += 1) {
      await desk.runFor(DAY);
      await signUpWith(desk, { topics: ['mailing'] });
    }
    expect(asked(desk) - before).toBeLessThanOrEqual(1);
  });
});

it('a complaint counts though it comes after the sign-up is over', async () => {
  const desk = createDesk();
  await signUpWith(desk);
  const { outboxId } = desk.mailbox.last('confirm_consent', EVA);
  await desk.runFor({ hours: 24 * 8 });
  await desk.late();
  await desk.complain(outboxId);
  const before = asked(desk);
  for (let day = 0; day < 3; day += 1) {
    await desk.runFor(DAY);
    await signUpWith(desk);
  }
  expect(asked(desk) - before).toBe(1);
});

it('a request through the form does not sign anybody up', async () => {
  const desk = createDesk();
  const { caseNumber } = await submit(desk);
  await confirm(desk, caseNumber);
  expect(desk.stores.desk.signUps.list()).toEqual([]);
  expect(desk.stores.desk.lists.list()).toEqual([]);
  expect((await desk.gateway(formCall('POST /newsletter/confirm', { token: 'x'.repeat(43) }))).status).toBeGreaterThan(
    399,
  );
});
