import { describe, expect, it } from 'vitest';
import type { OpenCase } from '../../domain/cases/case.ts';
import { askRequester } from '../../domain/cases/use-cases/ask-requester.ts';
import { setTask } from '../../domain/cases/use-cases/set-task.ts';
import { tellRecipients } from '../../domain/cases/use-cases/tell-recipients.ts';
import { writeToRequester } from '../../domain/cases/use-cases/write-to-requester.ts';
import { identityCodeOf } from '../../domain/cases/identity-code.ts';
import { sendIdentityCode } from '../../domain/cases/use-cases/send-identity-code.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { formCall, type HttpReply } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import { ACCESS, type Accepted, ANNA, JAN, lastAbout, submit, submitConfirmed } from '../support/desk/people.ts';
import { ParsedHtml } from '../views/parsed-html.ts';

const BY_ANNA = { staffId: ANNA.staffId, on: null, tokenHash: null };
const TWO_PARTS = { ...ACCESS, parts: [{ requestType: 'access' }, { requestType: 'erasure' }] };

const show = (desk: Desk, { caseNumber, collectionCode }: Pick<Accepted, 'caseNumber' | 'collectionCode'>) =>
  desk.gateway(formCall('POST /case', { caseNumber, collectionCode }));

async function act(
  desk: Desk,
  { caseNumber, collectionCode }: Pick<Accepted, 'caseNumber' | 'collectionCode'>,
  fields: Readonly<Record<string, string>>,
): Promise<HttpReply> {
  const reply = await desk.gateway(formCall('POST /case/act', { caseNumber, collectionCode, ...fields }));
  await desk.settle();
  return reply;
}

const textOf = (reply: HttpReply) => new ParsedHtml(reply.body).text;

function openCaseOf(desk: Desk, caseNumber: string): OpenCase {
  const found = desk.caseOf(caseNumber);
  if (found.status !== 'open') throw new Error('the case is not open');
  return found;
}

const ask = (desk: Desk, caseNumber: string, question: Parameters<typeof askRequester>[3]) =>
  askRequester(desk.dependencies, openCaseOf(desk, caseNumber), BY_ANNA, question, desk.clock.now());

/** A page without what was typed into it. */
const neutral = (reply: HttpReply) => reply.body.replaceAll(/P-\w{5}-\w{5}|\w{4}-\w{4}-\w{4}/g, '…');

describe('the page of a case', () => {
  it('shows number, stage, whose turn it is, the promised date and how it was reckoned', async () => {
    const desk = createDesk();
    const accepted = await submitConfirmed(desk);
    const text = textOf(await show(desk, accepted));
    expect(text).toContain(accepted.caseNumber);
    expect(text).toContain('Uw verzoek staat klaar voor een medewerker.');
    expect(text).toContain('Wij zijn aan de beurt.');
    expect(text).toContain('uiterlijk maandag 30 maart 2026');
    expect(text).toContain('Dat is precies vier weken na maandag 2 maart 2026');
    expect(text).toContain('U wilt weten welke gegevens wij van u hebben.');
  });

  it('says the same to a wrong code and to a number nobody has', async () => {
    const desk = createDesk();
    const accepted = await submitConfirmed(desk);
    const other = await submitConfirmed(createDesk({ seed: 'other' }));
    const wrong = await show(desk, { ...accepted, collectionCode: other.collectionCode });
    const unknown = await show(desk, other);
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(neutral(wrong)).toBe(neutral(unknown));
  });

  it('takes number and code as people type them', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk);
    const typed = {
      caseNumber: caseNumber.toLowerCase().replaceAll('-', ' '),
      collectionCode: collectionCode.toLowerCase(),
    };
    expect((await show(desk, typed)).status).toBe(200);
  });

  it('names what was left empty and keeps the rest', async () => {
    const reply = await createDesk().gateway(formCall('POST /case', { caseNumber: 'P-1', collectionCode: '' }));
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('value="P-1"');
    expect(textOf(reply)).toContain('Ophaalcode: Dit moet u nog invullen.');
  });

  it('answers too many tries with the phone and the postal address, and gives a written text back', async () => {
    const desk = createDesk();
    const accepted = await submitConfirmed(desk);
    for (let count = 0; count < 10; count += 1) await show(desk, { ...accepted, collectionCode: 'AAAA' });
    const wrong = { ...accepted, collectionCode: 'AAAA' };
    const refused = await act(desk, wrong, { act: 'write', text: 'Mijn adres is veranderd.' });
    expect(refused.status).toBe(429);
    const text = textOf(refused);
    for (const fact of ['088-2350000', 'Rooseveltstraat 76', 'Mijn adres is veranderd.']) expect(text).toContain(fact);
    expect(desk.stores.desk.texts.list()).toEqual([]);
    expect((await show(desk, accepted)).status).toBe(200);
  });

  it('puts nothing of the case into an address', async () => {
    const desk = createDesk();
    const accepted = await submitConfirmed(desk, TWO_PARTS);
    const page = new ParsedHtml((await show(desk, accepted)).body);
    const addresses = page.elements.flatMap(({ attrs }) =>
      attrs.filter(({ name }) => ['href', 'action', 'src'].includes(name)).map(({ value }) => value),
    );
    expect(addresses.filter((address) => /P-\w{5}|\w{4}-\w{4}-\w{4}/.test(address))).toEqual([]);
    expect(page.faults).toEqual([]);
  });
});

describe('what a requester does not see', () => {
  it('is a recipient that is confidential, and what staff write among themselves', async () => {
    const desk = createDesk();
    const accepted = await submitConfirmed(desk, { ...ACCESS, parts: [{ requestType: 'erasure' }] });
    const { recipients, departments } = desk.dependencies.organisation;
    const told = [true, false].map((confidential) => recipients.find((each) => each.confidential === confidential));
    const wanted = {
      action: 'search',
      departmentId: departments[0]?.departmentId ?? '',
      text: 'Kijk ook in het archief.',
      until: '2026-03-10',
    } as const;
    await setTask(desk.dependencies, desk.caseOf(accepted.caseNumber), BY_ANNA, wanted, desk.clock.now());
    const current = openCaseOf(desk, accepted.caseNumber);
    const decision = {
      outcome: 'granted',
      decidedAt: current.receivedAt,
      decidedBy: { kind: 'staff', staffId: ANNA.staffId },
      releasedBy: null,
    } as const;
    const granted = { ...current, parts: current.parts.map((part) => Object.assign({}, part, { decision })) };
    const notice = { recipientIds: told.map((each) => each?.recipientId ?? ''), text: 'Verwijder Jan.' };
    await tellRecipients(desk.dependencies, granted, { ...BY_ANNA, on: '1' }, notice, desk.clock.now());
    const text = textOf(await show(desk, accepted));
    const names = told.map((each) => each?.name ?? '');
    expect(names.map((name) => text.includes(name))).toEqual([false, true]);
    expect(text).not.toMatch(/archief|Verwijder Jan/);
  });
});

describe('writing to the desk', () => {
  it('is kept, told to the handlers and shown with what staff wrote', async () => {
    const desk = createDesk();
    const accepted = await submitConfirmed(desk);
    await writeToRequester(
      desk.dependencies,
      openCaseOf(desk, accepted.caseNumber),
      BY_ANNA,
      'Wij zijn bezig.',
      desk.clock.now(),
    );
    const reply = await act(desk, accepted, { act: 'write', text: 'Ik bedoel <b>alles</b>.\nBSN 111222333' });
    expect(reply.status).toBe(200);
    const text = textOf(reply);
    expect(text).toContain('Wij hebben uw bericht ontvangen.');
    expect(text).toContain('Wij zijn bezig.');
    expect(text).toContain('Ik bedoel <b>alles</b>.');
    expect(text).not.toContain('111222333');
    expect(text).not.toContain('Anna');
    const notices = desk.mailbox.of('staff_notice', ANNA.email).map(({ order }) => 'notice' in order && order.notice);
    expect(notices.filter((notice) => notice === 'requester_wrote')).toHaveLength(1);
  });

  it('answers a question of what was meant, and the case shows that', async () => {
    const desk = createDesk();
    const accepted = await submitConfirmed(desk);
    await ask(desk, accepted.caseNumber, { kind: 'clarification', text: 'Welke periode bedoelt u?' });
    const asked = textOf(await show(desk, accepted));
    for (const fact of ['Wij hebben een vraag aan u.', 'U bent aan de beurt.', 'Welke periode bedoelt u?']) {
      expect(asked).toContain(fact);
    }
    const answered = textOf(await act(desk, accepted, { act: 'write', text: 'Het jaar 2025.' }));
    expect(answered).not.toContain('U bent aan de beurt.');
    expect(desk.caseOf(accepted.caseNumber).inquiries[0]?.answeredAt).not.toBeNull();
  });

  it.each([
    ['nothing', '', 'Schrijf eerst uw bericht.'],
    ['too much', 'x'.repeat(10_001), 'te lang'],
  ])('takes not %s, beside its field and on top', async (_what, text, sentence) => {
    const desk = createDesk();
    const reply = await act(desk, await submitConfirmed(desk), { act: 'write', text });
    const page = new ParsedHtml(reply.body);
    expect(reply.status).toBe(422);
    expect(page.targets).toContain('#field-text');
    expect(page.text.split(sentence)).toHaveLength(3);
    expect(reply.body).toContain(`>\n${text}</textarea>`);
  });
});

/** A case whose requester was sent a code to an address on file. */
async function withCode(desk: Desk) {
  const accepted = await submitConfirmed(desk);
  await ask(desk, accepted.caseNumber, { kind: 'identity', doubt: 'address_not_on_file', level: 'L2', text: '' });
  const open = openCaseOf(desk, accepted.caseNumber);
  await sendIdentityCode(desk.dependencies, open, BY_ANNA, 'jan.oud@example.org', desk.clock.now());
  const [inquiry] = openCaseOf(desk, accepted.caseNumber).inquiries;
  if (inquiry?.kind !== 'identity') throw new Error('nothing was asked');
  return { accepted, code: identityCodeOf(desk.dependencies.keys, accepted.caseNumber, inquiry) ?? '' };
}

describe('the identity code', () => {
  it('proves the person, and is asked for no more', async () => {
    const desk = createDesk();
    const { accepted, code } = await withCode(desk);
    const { inquiry } = textsOf('nl').requesterMails;
    expect(textOf(await show(desk, accepted))).toContain(inquiry.doubts.address_not_on_file);
    const reply = await act(desk, accepted, { act: 'identity_code', code: code.toLowerCase() });
    expect(textOf(reply)).toContain('De code klopt.');
    expect(desk.caseOf(accepted.caseNumber).identity).toMatchObject({ level: 'L2', method: 'code_to_address_on_file' });
    expect(new ParsedHtml(reply.body).hasId('field-code')).toBe(false);
  });

  it('says beside its field that it is wrong, and keeps what was typed', async () => {
    const desk = createDesk();
    const { accepted } = await withCode(desk);
    const reply = await act(desk, accepted, { act: 'identity_code', code: 'AAAA-AAAA' });
    expect(reply.status).toBe(422);
    expect(textOf(reply)).toContain('Deze code klopt niet');
    expect(reply.body).toContain('value="AAAA-AAAA"');
    expect(desk.caseOf(accepted.caseNumber).identity).toBeNull();
  });
});

describe('withdrawing', () => {
  it('takes the parts that were ticked, and a second press says so', async () => {
    const desk = createDesk();
    const accepted = await submitConfirmed(desk, TWO_PARTS);
    const fields = { act: 'withdraw', part_2: 'on' };
    const reply = await act(desk, accepted, fields);
    expect(textOf(reply)).toContain('U hebt dit ingetrokken op maandag 2 maart 2026.');
    const { status, parts } = desk.caseOf(accepted.caseNumber);
    expect([status, ...parts.map(({ decision }) => decision?.outcome)]).toEqual(['open', undefined, 'withdrawn']);
    const again = await act(desk, accepted, fields);
    expect([again.status, textOf(again).includes('U had dit al ingetrokken.')]).toEqual([200, true]);
  });

  it('takes the whole request, and a second press says so', async () => {
    const desk = createDesk();
    const accepted = await submitConfirmed(desk, TWO_PARTS);
    const reply = await act(desk, accepted, { act: 'withdraw', all: 'on' });
    expect(textOf(reply)).toContain('U hebt uw verzoek ingetrokken.');
    expect(desk.caseOf(accepted.caseNumber).status).toBe('closed');
    expect(textOf(await act(desk, accepted, { act: 'withdraw', all: 'on' }))).toContain('U had dit al ingetrokken.');
    expect(desk.mailbox.of('withdrawal_confirmed')).toHaveLength(1);
  });

  it('asks which parts when none was ticked', async () => {
    const desk = createDesk();
    const reply = await act(desk, await submitConfirmed(desk, TWO_PARTS), { act: 'withdraw' });
    const page = new ParsedHtml(reply.body);
    expect(reply.status).toBe(422);
    expect(page.targets.filter((href) => href.startsWith('#field')).every((href) => page.hasId(href.slice(1)))).toBe(
      true,
    );
    expect(page.text).toContain('Kies wat u wilt intrekken.');
  });
});

describe('another e-mail address', () => {
  const NEW = 'jan.nieuw@example.org';

  it('counts once it is confirmed by its own link; the old one is told', async () => {
    const desk = createDesk();
    const accepted = await submitConfirmed(desk);
    expect(textOf(await act(desk, accepted, { act: 'change_address', email: NEW }))).toContain('Kijk in de mail');
    expect(desk.stores.desk.contents.find(accepted.caseNumber)?.requester.email).toBe(JAN.email);
    const mail = lastAbout(desk, 'confirm_contact', accepted.caseNumber);
    expect(mail.to).toBe(NEW);
    const token = desk.mailbox.secretIn(mail, 'confirm_contact');
    const press = () => desk.gateway(formCall('POST /confirm-contact', { token }));
    const [first, second] = [await press(), await press()];
    await desk.settle();
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(textOf(second)).toContain('U bevestigde dit adres op maandag 2 maart 2026');
    expect(desk.stores.desk.contents.find(accepted.caseNumber)?.requester.email).toBe(NEW);
    expect(desk.mailbox.of('contact_changed', JAN.email)).toHaveLength(1);
  });

  it('is refused beside its field when it is none, and given back', async () => {
    const desk = createDesk();
    const reply = await act(desk, await submitConfirmed(desk), { act: 'change_address', email: 'jan at home' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('value="jan at home"');
    expect(new ParsedHtml(reply.body).targets).toContain('#field-email');
  });
});

describe('sending the mail again', () => {
  it('sends the one that matters now, with a link that works', async () => {
    const desk = createDesk();
    const accepted = await submit(desk);
    expect(textOf(await act(desk, accepted, { act: 'send_again' }))).toContain('Wij sturen de mail opnieuw.');
    expect(desk.mailbox.of('confirm_request', JAN.email)).toHaveLength(2);
    for (let count = 0; count < 2; count += 1) await act(desk, accepted, { act: 'send_again' });
    const tooOften = await act(desk, accepted, { act: 'send_again' });
    expect([tooOften.status, textOf(tooOften).includes('Dit kan nu niet meer')]).toEqual([422, true]);
  });
});
