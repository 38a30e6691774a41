import { describe, expect, it } from 'vitest';
import { replyAddress } from '../../../../domain/inbound-mail/reply-address.ts';
import { writtenMail } from '../../../support/desk/incoming-mail.ts';
import { createDesk, type Desk, INBOUND_MAIL_DOMAIN } from '../../../support/desk/memory-desk.ts';
import { ANNA, decideOnDesk, submitConfirmed } from '../../../support/desk/people.ts';
import { EVA, subscribe, tokenFor } from '../../../support/desk/subscribers.ts';
import { aroundStores, ASKS_ACCESS, endOf, interleaved, randomFrom, SUPPORT, told, caseNumberOf } from './mail-acts.ts';

const FILES = [{ name: 'brief.pdf', mediaType: 'application/pdf', content: '%PDF-1.7 brief' }];
const BOTH_THINGS = `Ik wil mij afmelden voor alle nieuwsbrieven en mailings.\n\n${ASKS_ACCESS}`;

interface Scene {
  readonly raw: string;
  readonly to: readonly string[];
}

/** Each prepares a desk and answers the mail that comes in there. */
const SCENES: Readonly<Record<string, (desk: Desk) => Promise<Scene>>> = {
  'a withdrawal': async () => ({
    raw: writtenMail({ from: EVA, subject: 'Afmelden', text: 'Afmelden' }),
    to: SUPPORT,
  }),
  'a withdrawal and a request with a file': async () => ({
    raw: writtenMail({ from: EVA, subject: 'Twee dingen', text: BOTH_THINGS, files: FILES }),
    to: SUPPORT,
  }),
  'a request': async () => ({ raw: writtenMail({ text: ASKS_ACCESS }), to: SUPPORT }),
  'a mail that asks nothing of the desk': async () => ({
    raw: writtenMail({ text: 'Mijn internet doet het niet. Kunt u bellen?' }),
    to: SUPPORT,
  }),
  'what cannot be read': async () => ({ raw: '', to: SUPPORT }),
  'a token to the address of List-Unsubscribe': async (desk) => ({
    raw: writtenMail({ from: EVA, subject: tokenFor(desk, 'nieuwsbrief'), text: '' }),
    to: [`unsubscribe@${INBOUND_MAIL_DOMAIN}`],
  }),
  'a reply': async (desk) => {
    const { caseNumber } = await submitConfirmed(desk);
    const address = replyAddress(desk.dependencies.keys, caseNumber, INBOUND_MAIL_DOMAIN);
    return { raw: writtenMail({ text: 'Hierbij nog iets.', files: FILES }), to: [address] };
  },
};

async function prepared(scene: string): Promise<{ desk: Desk; deliver: () => Promise<boolean> }> {
  const desk = createDesk();
  if (scene.startsWith('a withdrawal') || scene.startsWith('a token')) await subscribe(desk);
  await desk.runFor({ minutes: 1 });
  const { raw, to } = (await SCENES[scene]?.(desk)) ?? { raw: '', to: [] };
  return { desk, deliver: () => told(desk, raw, 'mail-1', to) };
}

async function deliveredOnce(scene: string) {
  const { desk, deliver } = await prepared(scene);
  expect(await deliver()).toBe(true);
  await desk.settle();
  return endOf(desk);
}

describe.each(Object.keys(SCENES))('%s', (scene) => {
  it('told of up to five times leads to the same as once', async () => {
    const once = await deliveredOnce(scene);
    for (let times = 2; times <= 5; times += 1) {
      const { desk, deliver } = await prepared(scene);
      for (let count = 0; count < times; count += 1) {
        expect(await deliver()).toBe(true);
        if (count % 2 === 0) await desk.settle();
      }
      await desk.settle();
      expect(endOf(desk)).toEqual(once);
    }
  });

  it('told of at the same moment leads to the same, call by call in any order', async () => {
    const once = await deliveredOnce(scene);
    for (let seed = 1; seed <= 8; seed += 1) {
      const { desk, deliver } = await prepared(scene);
      const random = randomFrom(seed * 7919);
      await interleaved(
        desk,
        Array.from({ length: 2 + (seed % 3) }, () => deliver),
        random,
      );
      await deliver();
      await desk.settle();
      expect([seed, endOf(desk)]).toEqual([seed, once]);
    }
  });

  it('is not lost and not doubled whichever call of a store fails, before or after its effect', async () => {
    const once = await deliveredOnce(scene);
    const { desk: counting, deliver: deliverCounted } = await prepared(scene);
    const calls: string[] = [];
    aroundStores(counting, (name, call) => {
      calls.push(name);
      return call();
    });
    await deliverCounted();
    expect(calls.length).toBeGreaterThan(0);
    for (const when of ['before', 'after'] as const) {
      for (let broken = 0; broken < calls.length; broken += 1) {
        const { desk, deliver } = await prepared(scene);
        let count = 0;
        aroundStores(desk, async (_name, call) => {
          const isBroken = count === broken;
          count += 1;
          if (isBroken && when === 'before') throw new Error('the store is down');
          const answer = await call();
          if (isBroken) throw new Error('the answer was lost');
          return answer;
        });
        const isTaken = await deliver();
        await desk.settle();
        expect(isTaken || (await deliver())).toBe(true);
        await desk.settle();
        expect([when, calls[broken], endOf(desk)]).toEqual([when, calls[broken], once]);
      }
    }
  });

  it('told of again days later, out of the dead letters, leads to nothing more', async () => {
    const { desk, deliver } = await prepared(scene);
    await deliver();
    await desk.settle();
    const once = endOf(desk);
    await desk.runFor({ hours: 70 });
    await deliver();
    await desk.settle();
    expect(desk.stores.desk.cases.list()).toHaveLength(once.cases.length);
    expect(desk.mailbox.of('acknowledgement')).toHaveLength(
      once.mails.filter((mail) => mail.startsWith('acknowledgement')).length,
    );
    expect(endOf(desk).messages).toEqual(once.messages);
  });
});

it('a reply that staff have dismissed with its case is not made a case of its own when it is told of again', async () => {
  const desk = createDesk();
  const first = writtenMail({ text: ASKS_ACCESS });
  await told(desk, first, 'mail-1');
  await desk.settle();
  const caseNumber = caseNumberOf(desk);
  const address = replyAddress(desk.dependencies.keys, caseNumber, INBOUND_MAIL_DOMAIN);
  const reply = writtenMail({ text: 'Laat maar, ik test alleen.' });
  await told(desk, reply, 'mail-2', [address]);
  await desk.settle();
  await decideOnDesk(desk, ANNA, 'dismiss', caseNumber, { ground: 'test' });
  await told(desk, reply, 'mail-2', [address]);
  await desk.settle();
  expect(desk.stores.desk.cases.list()).toHaveLength(1);
});

it('sends the acknowledgement though the first try to send it failed at any store', async () => {
  for (const failing of ['tokens.putAll', 'limiter.takeOnce', 'cases.find', 'cases.findContent']) {
    for (const when of ['before', 'after']) {
      const desk = createDesk();
      await told(desk, writtenMail({ text: ASKS_ACCESS }), 'mail-1');
      let isBroken = true;
      aroundStores(desk, async (name, call) => {
        if (!isBroken || name !== failing) return call();
        isBroken = false;
        if (when === 'after') await call();
        throw new Error('the store is down');
      });
      await desk.settle();
      await desk.runFor({ minutes: 5 });
      await desk.redrive();
      await desk.settle();
      const count = desk.mailbox.of('acknowledgement').length;
      expect([failing, when, count]).toEqual([failing, when, 1]);
    }
  }
});
