import { expect, it, describe } from 'vitest';
import { createDesk, INBOUND_MAIL_DOMAIN } from '../../support/desk/memory-desk.ts';
import { writtenMail } from '../../support/desk/incoming-mail.ts';
import { mailArrived, THREE_RIGHTS } from '../../support/desk/mail-on-desk.ts';
import { subscribe, signUpWith, decide, signUpSecret, EVA, tokenFor, topicsOn } from '../../support/desk/subscribers.ts';
import { createTestKeys } from '../../support/desk/test-keys.ts';
import { acceptRequest } from '../../../domain/cases/use-cases/accept-request.ts';

const to = (name: string) => [`${name}@${INBOUND_MAIL_DOMAIN}`];
const ACCESS = 'Ik wil graag weten welke gegevens u van mij heeft.';
describe('scratch', () => {
  it('5 after a key rotation accepting a mail that objects ends consents', async () => {
    const desk = createDesk();
    await subscribe(desk);
    (desk.dependencies as any).keys = createTestKeys(['k1', 'k2']);
    const made = await mailArrived(desk, { from: EVA, text: ACCESS });
    await acceptRequest(desk.dependencies as any, made as any, { staffId: 'anna', tokenHash: null } as any, ['access', 'marketing_objection'], desk.clock.now());
    expect(await topicsOn(desk)).toEqual([]);
  });
  it('6 two mails a day', async () => {
    const desk = createDesk();
    const one = await mailArrived(desk, THREE_RIGHTS);
    await desk.runFor({ hours: 1 });
    const two = await mailArrived(desk, { ...THREE_RIGHTS, text: ACCESS });
    await desk.runFor({ hours: 48 });
    await acceptRequest(desk.dependencies as any, desk.caseOf(two.caseNumber) as any, { staffId: 'anna', tokenHash: null } as any, ['access'], desk.clock.now());
    await desk.settle();
    const acks = desk.mailbox.of('acknowledgement').map((m: any) => m.order.caseNumber);
    expect(acks).toContain(two.caseNumber);
  });
  it('7 decline then again: at most one in thirty days of the mail declined', async () => {
    const desk = createDesk();
    await signUpWith(desk);
    await decide(desk, signUpSecret(desk), 'decline');
    await signUpWith(desk);
    expect(desk.mailbox.of('confirm_consent', EVA).length).toBe(1);
  });
  it('8 100 mails wake staff 100 times', async () => {
    const desk = createDesk();
    for (let i = 0; i < 60; i += 1) await mailArrived(desk, { from: `p${i}@example.org`, text: ACCESS });
    expect(desk.mailbox.of('staff_notice').length).toBeLessThan(100);
  });
  it('9 receipt one-click of two topics', async () => {
    const desk = createDesk();
    await subscribe(desk);
    const receipt = desk.mailbox.last('consent_receipt', EVA) as any;
    const token = receipt.unsubscribe.url.split('/').at(-1);
    await desk.gateway({ route: 'POST /unsubscribe/{token}', pathParameters: { token }, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
    await desk.settle();
    console.log('left after one click in receipt', await topicsOn(desk));
  });
  it('10 unreadable with odd envelope', async () => {
    const desk = createDesk();
    const r = await desk.receive(new Uint8Array([0, 1, 2]), { to: to('support'), from: '"odd name"@[127.0.0.1]' });
    console.log(r, desk.stores.desk.cases.list().length);
    const r2 = await desk.receive(writtenMail({ from: `${'x'.repeat(3000)} <long@example.org>`, subject: 'P-AAAAA-BBBBB', text: ACCESS }), { to: to('support') });
    console.log(r2, desk.stores.desk.cases.list().length, desk.log?.().slice?.(-3));
  });
  it('11 mail to both addresses of the statement', async () => {
    const desk = createDesk();
    await desk.receive(writtenMail(THREE_RIGHTS), { to: to('support') });
    await desk.receive(writtenMail(THREE_RIGHTS), { to: to('privacy') });
    console.log('cases for one Message-ID', desk.stores.desk.cases.list().length);
  });
  it('12 crash between cool down and send', async () => {
    const desk = createDesk();
    let first = true;
    const put = desk.stores.tokens.putAll;
    void put;
    const render = (desk.dependencies as any).renderMail;
    (desk.dependencies as any).renderMail = (m: any, ...rest: any[]) => { if (first && m.template === 'acknowledgement') { first = false; throw new Error('crash'); } return render(m, ...rest); };
    await mailArrived(desk, { text: ACCESS });
    await desk.runFor({ hours: 3 });
    await desk.redrive();
    expect(desk.mailbox.of('acknowledgement').length).toBe(1);
  });
  it('13 withdrawal mail redelivered after the person came back', async () => {
    const desk = createDesk();
    await subscribe(desk);
    const arrivedAt = desk.clock.now();
    await desk.receive(writtenMail({ from: EVA, text: 'afmelden' }), { to: to('support'), mailId: 'm1', arrivedAt });
    await desk.runFor({ hours: 1 });
    await subscribe(desk);
    await desk.receive(writtenMail({ from: EVA, text: 'afmelden' }), { to: to('support'), mailId: 'm1', arrivedAt });
    expect((await topicsOn(desk)).length).toBe(2);
  });
});
