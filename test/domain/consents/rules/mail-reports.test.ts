import { describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '../../../support/desk/memory-desk.ts';
import {
  decide,
  EVA,
  signUpSecret,
  signUpWith,
  storedConsents,
  subscribe,
  topicsOn,
} from '../../../support/desk/subscribers.ts';

const BOTH_TOPICS = ['mailing', 'nieuwsbrief'];

async function deskWithEva(): Promise<Desk> {
  const desk = createDesk();
  await subscribe(desk);
  await desk.runFor({ hours: 1 });
  return desk;
}
const lastOf = (desk: Desk, template: 'confirm_consent' | 'consent_receipt' | 'consent_withdrawn') =>
  desk.mailbox.last(template, EVA).outboxId;

describe.each(['complain', 'bounce'] as const)('a provider that tells of a receipt: %s', (report) => {
  it('ends what was agreed to, says why on the record, and mails nobody about it', async () => {
    const desk = await deskWithEva();
    const before = desk.mailbox.sent.length;
    await desk[report](lastOf(desk, 'consent_receipt'));
    expect(await topicsOn(desk)).toEqual([]);
    expect(desk.mailbox.sent).toHaveLength(before);
    const ended = desk.stores.desk.consentEvents.list().filter(({ type }) => type === 'withdrawn');
    expect(ended).toHaveLength(2);
    const reason = report === 'complain' ? 'complained' : 'bounced';
    for (const event of ended) expect(event).toMatchObject({ reason, through: 'mail_event', by: { kind: 'desk' } });
  });

  it('twice at once leads to the same as once', async () => {
    const desk = await deskWithEva();
    await desk[report](lastOf(desk, 'consent_receipt'));
    const once = storedConsents(desk);
    await desk[report](lastOf(desk, 'consent_receipt'));
    expect(storedConsents(desk)).toBe(once);
  });

  it('again, after the person has confirmed anew, does not end that', async () => {
    const desk = await deskWithEva();
    const told = lastOf(desk, 'consent_receipt');
    await desk[report](told);
    await desk.runFor({ hours: 24 });
    await signUpWith(desk);
    await decide(desk, signUpSecret(desk), 'confirm');
    await desk.runFor({ hours: 1 });
    expect(await topicsOn(desk)).toEqual(BOTH_TOPICS);
    await desk[report](told);
    expect(await topicsOn(desk)).toEqual(BOTH_TOPICS);
  });
});

describe('a provider that tells of a confirmation mail', () => {
  it('leaves consents of before as they are: somebody else may have typed the address in', async () => {
    for (const report of ['complain', 'bounce'] as const) {
      const desk = await deskWithEva();
      await signUpWith(desk);
      await desk[report](lastOf(desk, 'confirm_consent'));
      expect(await topicsOn(desk)).toEqual(BOTH_TOPICS);
      expect(desk.stores.desk.lists.list()).toHaveLength(2);
    }
  });

  it('leaves the person free to press its button all the same', async () => {
    const desk = createDesk();
    await signUpWith(desk);
    await desk.complain(lastOf(desk, 'confirm_consent'));
    await desk.runFor({ hours: 1 });
    expect((await decide(desk, signUpSecret(desk), 'confirm')).status).toBe(200);
    expect(await topicsOn(desk)).toEqual(BOTH_TOPICS);
  });
});
