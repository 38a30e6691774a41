import { describe, expect, it } from 'vitest';
import type { Case } from '../../domain/cases/case.ts';
import { endTask } from '../../domain/cases/new-task.ts';
import { commitChange } from '../../domain/cases/commit-change.ts';
import { setTask } from '../../domain/cases/use-cases/set-task.ts';
import { tellRecipients } from '../../domain/cases/use-cases/tell-recipients.ts';
import { instantText } from '../../domain/instants.ts';
import { formCall, type HttpReply } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import { ANNA, submitConfirmed } from '../support/desk/people.ts';
import { ParsedHtml } from '../views/parsed-html.ts';

const BY_ANNA = { staffId: ANNA.staffId, on: null, tokenHash: null };
const textOf = (reply: HttpReply) => new ParsedHtml(reply.body).text;

/** A department is asked to search; answers the secret of its link. */
async function searchAsked(desk: Desk): Promise<{ readonly caseNumber: string; readonly token: string }> {
  const { caseNumber } = await submitConfirmed(desk);
  const [department] = desk.dependencies.organisation.departments;
  if (department === undefined) throw new Error('there is no department');
  const wanted = {
    action: 'search',
    departmentId: department.departmentId,
    text: 'Zoek naar Jan de Vries.',
    until: '2026-03-10',
  } as const;
  await setTask(desk.dependencies, desk.caseOf(caseNumber), BY_ANNA, wanted, desk.clock.now());
  await desk.settle();
  const mail = desk.mailbox.last('search_request', department.email);
  return { caseNumber, token: desk.mailbox.secretIn(mail, 'report_task') };
}

const open = (desk: Desk, token: string) => desk.gateway(formCall('POST /report', { token }));

async function report(desk: Desk, fields: Readonly<Record<string, string>>): Promise<HttpReply> {
  const reply = await desk.gateway(formCall('POST /report/act', fields));
  await desk.settle();
  return reply;
}

const endOf = (subject: Case) => subject.tasks[0]?.ended;

describe('the link of a department', () => {
  it('shows what is asked and by when, and changes nothing', async () => {
    const desk = createDesk();
    const { caseNumber, token } = await searchAsked(desk);
    const before = desk.caseOf(caseNumber).version;
    const text = textOf(await open(desk, token));
    for (const fact of [caseNumber, 'Zoek naar Jan de Vries.', 'uiterlijk dinsdag 10 maart 2026', 'CT Telecom B.V.']) {
      expect(text).toContain(fact);
    }
    expect(desk.caseOf(caseNumber).version).toBe(before);
  });

  it('takes that it is done, tells the handlers, and says so to a second press', async () => {
    const desk = createDesk();
    const { caseNumber, token } = await searchAsked(desk);
    const fields = { token, as: 'done', text: 'Niets gevonden.' };
    const first = await report(desk, fields);
    expect(textOf(first)).toContain('U meldde op maandag 2 maart 2026 om 10:30 uur dat dit is gedaan.');
    expect(endOf(desk.caseOf(caseNumber))).toMatchObject({ as: 'done' });
    const { version } = desk.caseOf(caseNumber);
    expect((await report(desk, fields)).body).toBe(first.body);
    expect((await open(desk, token)).body).toBe(first.body);
    expect(desk.caseOf(caseNumber).version).toBe(version);
    const notices = desk.mailbox.of('staff_notice', ANNA.email).map(({ order }) => 'notice' in order && order.notice);
    expect(notices.filter((notice) => notice === 'task_reported')).toHaveLength(1);
  });

  it('takes two presses at once as one', async () => {
    const desk = createDesk();
    const { caseNumber, token } = await searchAsked(desk);
    const press = formCall('POST /report/act', { token, as: 'done' });
    const replies = await Promise.all([desk.gateway(press), desk.gateway(press)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(endOf(desk.caseOf(caseNumber))).toMatchObject({ as: 'done' });
  });

  it.each([
    ['an answer', {}, undefined, 'Kies wat u hebt gedaan.', '#field-as'],
    ['a reason', { as: 'cannot' }, 'cannot', 'Schrijf waarom u dit niet kunt doen.', '#field-text'],
    ['a readable text', { as: 'done', text: 'x'.repeat(5001) }, 'done', 'te lang', '#field-text'],
  ])('wants %s, and keeps what was filled in', async (_what, fields, chosen, sentence, place) => {
    const desk = createDesk();
    const { caseNumber, token } = await searchAsked(desk);
    const reply = await report(desk, { token, ...fields });
    const page = new ParsedHtml(reply.body);
    expect(reply.status).toBe(422);
    expect(page.text.split(sentence)).toHaveLength(3);
    expect(page.targets).toContain(place);
    expect(/value="(\w*)"\s+selected/.exec(reply.body)?.[1]).toBe(chosen);
    expect(endOf(desk.caseOf(caseNumber))).toBeNull();
  });

  it('keeps the reason why something could not be done', async () => {
    const desk = createDesk();
    const { caseNumber, token } = await searchAsked(desk);
    const reply = await report(desk, { token, as: 'cannot', text: 'Het systeem is weg. BSN 111222333' });
    expect(textOf(reply)).toContain('dat dit niet kon');
    expect(endOf(desk.caseOf(caseNumber))).toMatchObject({ as: 'failed' });
    const reasons = desk.stores.desk.texts.list().filter(({ kind }) => kind === 'reason');
    expect(reasons.map(({ texts }) => texts['text'])).toEqual([
      expect.stringMatching(/^Het systeem is weg\. BSN \D+$/),
    ]);
  });

  it('says that nothing is needed once the desk ended the task itself', async () => {
    const desk = createDesk();
    const { caseNumber, token } = await searchAsked(desk);
    const current = desk.caseOf(caseNumber);
    const at = instantText(desk.clock.now());
    const by = { kind: 'staff', staffId: ANNA.staffId } as const;
    const next = endTask(current, '1', { as: 'done', at, by, textId: null });
    await commitChange(desk.dependencies, current, { transition: 'follow_up', next, entries: [] }, desk.clock.now());
    expect(textOf(await open(desk, token))).toContain('is niet meer nodig');
  });
});

describe('the link of a recipient', () => {
  it.each([
    ['processor', 'Opdracht over persoonsgegevens', 'Wij hebben de opdracht uitgevoerd', 'artikel 28'],
    ['controller', 'Kennisgeving over persoonsgegevens', 'Wij hebben dit verwerkt', 'artikel 19'],
  ] as const)('speaks to a %s in its own words', async (role, title, done, rule) => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, {
      language: 'nl',
      requester: { name: 'Jan de Vries', email: 'jan@example.org' },
      parts: [{ requestType: 'erasure' }],
    });
    const recipient = desk.dependencies.organisation.recipients.find(
      (each) => each.role === role && !each.confidential,
    );
    if (recipient === undefined) throw new Error('there is no such recipient');
    const { token } = await noticeTo(desk, caseNumber, recipient.recipientId, recipient.contactEmail);
    const text = textOf(await open(desk, token));
    for (const fact of [title, done, rule, caseNumber, 'Verwijder alles van Jan de Vries.', recipient.name]) {
      expect(text).toContain(fact);
    }
    await report(desk, { token, as: 'done' });
    expect(endOf(desk.caseOf(caseNumber))).toMatchObject({ as: 'confirmed' });
  });
});

/** A recipient is told as if the erasure had been granted; answers the secret of its link. */
async function noticeTo(desk: Desk, caseNumber: string, recipientId: string, email: string) {
  const current = desk.caseOf(caseNumber);
  const decision = {
    outcome: 'granted',
    decidedAt: current.receivedAt,
    decidedBy: { kind: 'staff', staffId: ANNA.staffId },
    releasedBy: null,
  } as const;
  const granted = { ...current, parts: current.parts.map((part) => Object.assign({}, part, { decision })) };
  const act = { ...BY_ANNA, on: '1' };
  const notice = { recipientIds: [recipientId], text: 'Verwijder alles van Jan de Vries.' };
  await tellRecipients(desk.dependencies, granted, act, notice, desk.clock.now());
  await desk.settle();
  const mail = desk.mailbox.of('recipient_notice').findLast(({ to }) => to === email);
  if (mail === undefined) throw new Error('no notice');
  return { token: desk.mailbox.secretIn(mail, 'report_task') };
}
