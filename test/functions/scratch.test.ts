import { it } from 'vitest';
import { emailAddressSchema } from '../../contracts/http/email-address.ts';
import { createDesk } from '../support/desk/memory-desk.ts';
import { throttled } from '../support/desk/mailbox.ts';
import { formCall } from '../support/desk/gateway.ts';
import { ANNA, signIn, staffSecret, submit, submitConfirmed, lastAbout, decide } from '../support/desk/people.ts';
import { logLines } from '../support/desk/log-lines.ts';

it('double confirm', async () => {
  const desk = createDesk();
  const { caseNumber } = await submit(desk);
  const token = desk.mailbox.secretIn(lastAbout(desk, 'confirm_request', caseNumber), 'confirm');
  const r = await Promise.all([1, 2, 3].map(() => desk.gateway(formCall('POST /confirm', { token }))));
  console.warn('confirm', r.map((x) => x.status));
  await desk.settle();
  const cookie = await signIn(desk, ANNA);
  const s = staffSecret(desk, ANNA, 'take', caseNumber);
  const t = await Promise.all([1, 2, 3].map(() => desk.gateway(formCall('POST /desk/decide', { token: s }, { cookie }))));
  console.warn('take', t.map((x) => x.status));
});
it('outage', async () => {
  const desk = createDesk({ schedules: true });
  desk.mailbox.fault = () => throttled();
  await submit(desk);
  await desk.runFor({ hours: 1 });
  desk.mailbox.fault = () => undefined;
  await desk.runFor({ hours: 48 });
  console.warn('outage', desk.stores.desk.outbox.list().map((r) => `${r.outboxId} ${r.outcome} ${r.attempts}`), desk.mailbox.sent.map((m) => m.words.subject));
});
it('late accept', async () => {
  const desk = createDesk({ schedules: true });
  const { caseNumber } = await submit(desk);
  await desk.runFor({ hours: 24 * 30 });
  await decide(desk, ANNA, 'accept', caseNumber);
  await desk.runFor({ hours: 24 * 10 });
  console.warn('late', desk.mailbox.sent.map((m) => `${m.at} ${m.to} ${m.words.subject}`));
});
it('proto', async () => {
  const desk = createDesk();
  for (const t of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
    console.warn(t, (await desk.gateway(formCall('POST /request', { name: 'a', email: 'a@example.org', requestType: t, idempotencyKey: 'x' }))).status);
  console.warn((await desk.gateway({ route: 'GET /assets/{name}', pathParameters: { name: 'constructor' } })));
  for (const e of ['jan@exa\tmple.org', 'jan@exa\nmple.org', 'jan@example.org/x', 'jan@example.org:80', 'jan@example.org?x', 'jan@%65xample.org', 'jan@0x7f.1', 'jan@' + 'ü'.repeat(60) + '.nl', 'jan@' + ('ü'.repeat(50) + '.').repeat(4) + 'nl', 'jan@münchen.de', 'jan@EXAMPLE.org', 'jan@example.org#', 'a@[127.0.0.1]', 'jan@exämple.org ', 'jan@example。org', 'jan@xn--a.org','jan@ex\u00admple.org', 'jan@\uFF45xample.org'])
    console.warn(JSON.stringify(e), JSON.stringify(emailAddressSchema.safeParse(e).data));
  console.warn(logLines.lines.filter((l) => l.level === 'error'));
});
