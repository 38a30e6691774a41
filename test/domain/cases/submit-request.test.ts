import { describe, expect, it } from 'vitest';
import { contactHashOf } from '../../../domain/cases/contact-hash.ts';
import { type SubmitCommand, submitRequest } from '../../../domain/cases/use-cases/submit-request.ts';
import { CaseNumberTakenError, IdempotencyKeyReusedError } from '../../../domain/errors.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import { createTestKeys } from '../../support/desk/test-keys.ts';

type Draft = SubmitCommand['draft'];

const DRAFT: Draft = {
  language: 'nl',
  requester: { name: 'Jan de Vries', email: 'Jan@Example.org' },
  parts: [{ requestType: 'access' }],
};
const STOP: Draft = { ...DRAFT, parts: [{ requestType: 'marketing_objection' }] };

let keys = 0;
function send(desk: Desk, draft: Draft = DRAFT, rest: Partial<SubmitCommand> = {}) {
  keys += 1;
  const command = { idempotencyKey: `key ${keys}`, receivedThrough: 'api', rehearsal: null, ...rest } as const;
  return submitRequest(desk.dependencies, { draft, ...command });
}
const suppressions = (desk: Desk) => desk.stores.desk.suppressions.list();
const orders = (desk: Desk) =>
  desk.stores.desk.outbox.list().map((row) => (row.kind === 'mail' ? row.mail.template : row.kind));

describe('submitting a request', () => {
  it('stores it unconfirmed, received at this very instant, with its promise', async () => {
    const desk = createDesk({ start: '2026-06-09T12:03:04.567Z' });
    const receipt = await send(desk);

    expect(receipt.receivedAt).toBe('2026-06-09T12:03:04.567Z');
    expect(receipt.promisedDate.toString()).toBe('2026-07-07');
    expect(receipt.confirmationNeeded).toBe(true);
    expect(desk.caseOf(receipt.caseNumber)).toMatchObject({
      status: 'unconfirmed',
      receivedAt: '2026-06-09T12:03:04.567Z',
      nextStepAt: '2026-06-30T07:00:00.000Z',
      clockRun: 0,
      version: 1,
    });
    expect(orders(desk)).toEqual(['confirm_request']);
    expect(suppressions(desk)).toEqual([]);
  });

  it('starts no workflow and writes to no staff before it is confirmed', async () => {
    const desk = createDesk();
    await send(desk);
    await desk.settle();
    expect(desk.clocks.executions.size).toBe(0);
    expect(desk.mailbox.sent.map(({ to }) => to)).toEqual(['Jan@Example.org']);
  });

  it('keeps what the person wrote apart from the case and its events', async () => {
    const desk = createDesk();
    const { caseNumber } = await send(desk, {
      ...DRAFT,
      message: 'Mijn adres is Kerkstraat 1',
      parts: [{ requestType: 'access' }, { requestType: 'question', text: 'Waarom?' }],
    });
    expect(await desk.stores.cases.findContent(caseNumber)).toMatchObject({
      message: 'Mijn adres is Kerkstraat 1',
      partTexts: { '2': 'Waarom?' },
      requester: DRAFT.requester,
    });
    const proof = JSON.stringify([
      desk.caseOf(caseNumber),
      desk.stores.desk.events.list(),
      desk.stores.desk.outbox.list(),
    ]);
    for (const personal of ['Kerkstraat', 'Waarom', 'Vries', 'xample.org']) expect(proof).not.toContain(personal);
  });

  it('finds a person by a keyed hash, however the address was typed', async () => {
    const desk = createDesk();
    const { caseNumber } = await send(desk);
    const { contactHash } = desk.caseOf(caseNumber);
    expect(contactHash).toEqual(contactHashOf(desk.dependencies.keys, '  jan@example.ORG '));
    expect(contactHash).not.toEqual(contactHashOf(desk.dependencies.keys, 'ja.n@example.org'));
    expect(contactHash).not.toEqual(contactHashOf(desk.dependencies.keys, 'jan+1@example.org'));
  });

  it('takes twenty parts, each with a number of its own', async () => {
    const desk = createDesk();
    const parts = Array.from({ length: 20 }, () => ({ requestType: 'question', text: 'Hoe?' }) as const);
    const { caseNumber } = await send(desk, { ...DRAFT, parts });
    expect(desk.caseOf(caseNumber).parts.map(({ partId }) => partId)).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index + 1)),
    );
    expect(Object.keys((await desk.stores.cases.findContent(caseNumber))?.partTexts ?? {})).toHaveLength(20);
  });
});

/** An intake that takes the first so many numbers for used. */
const drawing = (desk: Desk, taken: number) => {
  let draws = 0;
  const create: typeof desk.stores.intake.create = (creation) => {
    draws += 1;
    return draws <= taken ? Promise.reject(new CaseNumberTakenError()) : desk.stores.intake.create(creation);
  };
  return { ...desk.dependencies, intake: { ...desk.stores.intake, create } };
};

describe('a number that is taken', () => {
  const command = { draft: DRAFT, idempotencyKey: 'k', receivedThrough: 'api', rehearsal: null } as const;

  it('is drawn again', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitRequest(drawing(desk, 2), command);
    expect(desk.caseOf(caseNumber).status).toBe('unconfirmed');
  });

  it('is not drawn for ever', async () => {
    await expect(submitRequest(drawing(createDesk(), 9), command)).rejects.toThrow(CaseNumberTakenError);
  });
});

describe('sending the same again', () => {
  it('gives the same receipt and makes no second case', async () => {
    const desk = createDesk();
    const first = await send(desk, DRAFT, { idempotencyKey: 'same' });
    await desk.runFor({ hours: 23 });
    expect(await send(desk, DRAFT, { idempotencyKey: 'same' })).toEqual(first);
    expect(desk.stores.desk.cases.list()).toHaveLength(1);
    expect(desk.mailbox.of('confirm_request')).toHaveLength(1);
  });

  it('makes one case of ten calls at once', async () => {
    const desk = createDesk();
    const receipts = await Promise.all(Array.from({ length: 10 }, () => send(desk, DRAFT, { idempotencyKey: 'same' })));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(desk.stores.desk.cases.list()).toHaveLength(1);
  });

  it.each([
    ['another text', { draft: { ...DRAFT, message: 'meer' } }],
    ['another address', { draft: { ...DRAFT, requester: { ...DRAFT.requester, email: 'eve@example.org' } } }],
    ['another part', { draft: { ...DRAFT, parts: [{ requestType: 'erasure' as const }] } }],
    ['another channel', { draft: DRAFT, receivedThrough: 'form' as const }],
  ])('is refused with %s under the same key', async (_what, { draft, ...rest }) => {
    const desk = createDesk();
    await send(desk, DRAFT, { idempotencyKey: 'same' });
    await expect(send(desk, draft, { idempotencyKey: 'same', ...rest })).rejects.toThrow(IdempotencyKeyReusedError);
    expect(desk.stores.desk.cases.list()).toHaveLength(1);
  });

  it('is a new request after a day', async () => {
    const desk = createDesk();
    const first = await send(desk, DRAFT, { idempotencyKey: 'same' });
    await desk.runFor({ hours: 24 });
    const second = await send(desk, DRAFT, { idempotencyKey: 'same' });
    expect(second.caseNumber).not.toBe(first.caseNumber);
  });

  it('still works when the key of the hashes was changed in between', async () => {
    const desk = createDesk();
    const first = await send(desk, DRAFT, { idempotencyKey: 'same' });
    const rotated = { ...desk.dependencies, keys: createTestKeys(['k1', 'k2']) };
    const command = { draft: DRAFT, idempotencyKey: 'same', receivedThrough: 'api', rehearsal: null } as const;
    expect(await submitRequest(rotated, command)).toEqual(first);
  });

  it('keeps neither the key nor the body it is known by', async () => {
    const desk = createDesk();
    await send(desk, DRAFT, { idempotencyKey: 'jan-1970' });
    const kept = JSON.stringify(desk.stores.desk.submissions.list());
    expect(kept).not.toContain('jan-1970');
    expect(kept).not.toContain('Vries');
  });
});

describe.each([
  ['marketing_objection', 'objectedAt'],
  ['consent_withdrawal', 'withdrawnAt'],
] as const)('a %s', (requestType, reason) => {
  const only: Draft = { ...DRAFT, parts: [{ requestType }] };

  it('is in force at once and closes the case, without confirmation, identity or staff', async () => {
    const desk = createDesk();
    const receipt = await send(desk, only);

    expect(receipt.confirmationNeeded).toBe(false);
    expect(suppressions(desk)).toMatchObject([{ [reason]: expect.any(String), channel: 'email', scope: 'all' }]);
    const stored = desk.caseOf(receipt.caseNumber);
    expect(stored).toMatchObject({ status: 'closed', nextStepAt: null, openedBy: { kind: 'desk' } });
    expect(stored.parts[0]?.decision).toMatchObject({ outcome: 'granted', decidedBy: { kind: 'desk' } });
    await desk.settle();
    expect(desk.mailbox.sent.map(({ order }) => order.template)).toEqual(['marketing_stopped']);
    expect(desk.clocks.executions.size).toBe(0);
  });

  it.each([
    ['a text', { ...only, parts: [{ requestType, text: 'En bel mij ook niet meer' }] }],
    ['a message', { ...only, message: 'Ik ben boos' }],
    ['a phone number', { ...only, requester: { ...DRAFT.requester, phone: '0612345678' } }],
    ['another request', { ...only, parts: [{ requestType }, { requestType: 'access' as const }] }],
  ])('is in force at once, and stays for staff to read, with %s', async (_what, draft) => {
    const desk = createDesk();
    const receipt = await send(desk, draft);

    expect(suppressions(desk)).toMatchObject([{ [reason]: expect.any(String) }]);
    expect(receipt.confirmationNeeded).toBe(true);
    expect(desk.caseOf(receipt.caseNumber).status).toBe('unconfirmed');
    expect(orders(desk)).toEqual(['marketing_stopped', 'confirm_request']);
  });

  it('is in force or not stored at all', async () => {
    const desk = createDesk();
    const intake = {
      ...desk.stores.intake,
      create: () => Promise.reject(new Error('the store is down')),
    };
    const command = { draft: only, idempotencyKey: 'k', receivedThrough: 'api', rehearsal: null } as const;
    await expect(submitRequest({ ...desk.dependencies, intake }, command)).rejects.toThrow('down');
    expect(suppressions(desk)).toEqual([]);
    expect(desk.stores.desk.cases.list()).toEqual([]);
    expect((await submitRequest(desk.dependencies, command)).confirmationNeeded).toBe(false);
  });
});

describe('stopping marketing', () => {
  it('is the stronger of the two when both are asked', async () => {
    const desk = createDesk();
    await send(desk, {
      ...STOP,
      parts: [{ requestType: 'consent_withdrawal' }, { requestType: 'marketing_objection' }],
    });
    expect(suppressions(desk)).toMatchObject([{ objectedAt: expect.any(String) }]);
  });

  it('is asked twice as well as once', async () => {
    const desk = createDesk();
    await send(desk, STOP);
    await send(desk, STOP);
    expect(suppressions(desk)).toHaveLength(1);
    expect(desk.stores.desk.cases.list()).toHaveLength(2);
  });

  it('keeps a keyed hash of the address and nothing readable', async () => {
    const desk = createDesk();
    await send(desk, STOP);
    expect(JSON.stringify(suppressions(desk)).toLowerCase()).not.toContain('example');
  });

  it('leaves the other part of the request open', async () => {
    const desk = createDesk();
    const { caseNumber } = await send(desk, { ...STOP, parts: [...STOP.parts, { requestType: 'erasure' }] });
    const decisions = desk.caseOf(caseNumber).parts.map(({ decision }) => decision?.outcome ?? 'open');
    expect(decisions).toEqual(['granted', 'open']);
  });
});

describe('a rehearsed request', () => {
  it('is received on the day the rehearsal starts', async () => {
    const desk = createDesk({ start: '2026-05-04T10:00:00Z' });
    const rehearsal = { caseStart: '2026-12-20T07:00:00.000Z', dayLastsSeconds: 10 };
    const receipt = await send(desk, DRAFT, { rehearsal });
    expect(receipt.receivedAt).toBe('2026-12-20T07:00:00.000Z');
    expect(receipt.promisedDate.toString()).toBe('2027-01-17');
    expect(desk.caseOf(receipt.caseNumber).clock).toEqual({
      kind: 'rehearsal',
      wallStart: '2026-05-04T10:00:00.000Z',
      ...rehearsal,
    });
  });

  it('starts now when no day is given', async () => {
    const desk = createDesk();
    const { receivedAt } = await send(desk, DRAFT, { rehearsal: { caseStart: null, dayLastsSeconds: 10 } });
    expect(receivedAt).toBe('2026-03-02T09:30:00.000Z');
  });
});
