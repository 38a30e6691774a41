import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../domain/cases/case-events.ts';
import { decideAction } from '../../../domain/desk/use-cases/decide-action.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import {
  ACCESS,
  ANNA,
  answer,
  type Colleague,
  confirm,
  decide,
  OFFICER,
  SAM,
  signIn,
  staffSecret,
  submit,
  submitConfirmed,
  take,
} from '../../support/desk/people.ts';

const sessionIn = (cookie: string) => cookie.split('=')[1];
const TEXT = { text: 'Wij hebben uw gegevens gewist.' };

async function press(desk: Desk, who: Colleague, secret: string, input = {}) {
  return decideAction(desk.dependencies, secret, sessionIn(await signIn(desk, who)), input);
}

async function withDigest(desk: Desk) {
  const accepted = await submit(desk);
  await desk.digest();
  await desk.settle();
  return accepted;
}

describe('taking a case', () => {
  it('makes the one who pressed its handler, once', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const secret = staffSecret(desk, ANNA, 'take', caseNumber);
    expect(await press(desk, ANNA, secret)).toMatchObject({ outcome: 'done', action: 'take' });
    const taken = desk.caseOf(caseNumber);
    expect(taken).toMatchObject({ assignee: { staffId: ANNA.staffId, since: '2026-03-02T09:30:00.000Z' } });

    await desk.runFor({ hours: 1 });
    expect(await press(desk, ANNA, secret)).toMatchObject({
      outcome: 'done_before',
      staffId: ANNA.staffId,
      at: '2026-03-02T09:30:00.000Z',
    });
    expect(desk.caseOf(caseNumber)).toEqual(taken);
  });

  it('tells a second colleague who has it', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    expect(await press(desk, SAM, staffSecret(desk, SAM, 'take', caseNumber))).toMatchObject({
      outcome: 'done_before',
      staffId: ANNA.staffId,
    });
    expect(desk.caseOf(caseNumber)).toMatchObject({ assignee: { staffId: ANNA.staffId } });
  });

  it('is done by one of two colleagues who press at once, and the other is told', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const sessions = [await signIn(desk, ANNA), await signIn(desk, SAM)].map(sessionIn);
    const secrets = [ANNA, SAM].map((who) => staffSecret(desk, who, 'take', caseNumber));
    const outcomes = await Promise.all(
      secrets.map((secret, index) => decideAction(desk.dependencies, secret, sessions[index], {})),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'done_before']);
    expect(desk.stores.desk.events.list().filter(({ type }) => type === 'case_taken')).toHaveLength(1);
  });

  it('is done once by one who presses three times at once, and each press is told so', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const session = sessionIn(await signIn(desk, ANNA));
    const secret = staffSecret(desk, ANNA, 'take', caseNumber);
    const outcomes = await Promise.all([1, 2, 3].map(() => decideAction(desk.dependencies, secret, session, {})));
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'done_before', 'done_before']);
  });
});

describe('answering a part', () => {
  it('takes the case when nobody has, and closes it', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    expect(await press(desk, SAM, staffSecret(desk, SAM, 'answer', caseNumber), TEXT)).toMatchObject({
      outcome: 'done',
    });
    expect(desk.caseOf(caseNumber)).toMatchObject({
      status: 'closed',
      assignee: { staffId: SAM.staffId },
      nextStepAt: null,
      parts: [{ decision: { outcome: 'answered', decidedBy: { kind: 'staff', staffId: SAM.staffId } } }],
    });
    const types = (await desk.stores.cases.listEvents(caseNumber)).map(({ type }) => type);
    expect(types.slice(-3)).toEqual(['case_taken', 'part_decided', 'case_closed']);
  });

  it('leaves the case with the one who has it', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    await answer(desk, SAM, caseNumber);
    expect(desk.caseOf(caseNumber)).toMatchObject({ status: 'closed', assignee: { staffId: ANNA.staffId } });
  });

  it('asks for a text, and the link still works with one', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const secret = staffSecret(desk, ANNA, 'answer', caseNumber);
    const before = desk.caseOf(caseNumber);
    expect(await press(desk, ANNA, secret)).toMatchObject({ outcome: 'input_missing', missing: 'text' });
    expect(desk.caseOf(caseNumber)).toEqual(before);
    expect(await press(desk, ANNA, secret, TEXT)).toMatchObject({ outcome: 'done' });
  });

  it('never writes over an answer given before', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const secret = staffSecret(desk, SAM, 'answer', caseNumber);
    await press(desk, ANNA, staffSecret(desk, ANNA, 'answer', caseNumber), TEXT);
    expect(await press(desk, SAM, secret, { text: 'Iets anders.' })).toMatchObject({
      outcome: 'done_before',
      staffId: ANNA.staffId,
    });
    expect((await desk.stores.cases.listAnswers(caseNumber)).map(({ text }) => text)).toEqual([TEXT.text]);
  });

  it('lets two colleagues answer two parts at once', async () => {
    const desk = createDesk();
    const parts = [{ requestType: 'access' }, { requestType: 'erasure' }];
    const { caseNumber } = await submitConfirmed(desk, { ...ACCESS, parts });
    const presses = [
      [staffSecret(desk, ANNA, 'answer', caseNumber, '1'), sessionIn(await signIn(desk, ANNA))],
      [staffSecret(desk, SAM, 'answer', caseNumber, '2'), sessionIn(await signIn(desk, SAM))],
    ] as const;
    const outcomes = await Promise.all(
      presses.map(([secret, session]) => decideAction(desk.dependencies, secret, session, TEXT)),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    const stored = desk.caseOf(caseNumber);
    expect(stored.status).toBe('closed');
    expect(verifyChain(await desk.stores.cases.listEvents(caseNumber), stored.lastEvent)).toBeUndefined();
    await desk.settle();
    expect(desk.mailbox.of('answer_ready')).toHaveLength(1);
  });

  it('by one of two colleagues at once leaves one answer and tells the other', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const presses = [ANNA, SAM].map((who) => [who, staffSecret(desk, who, 'answer', caseNumber)] as const);
    const sessions = [await signIn(desk, ANNA), await signIn(desk, SAM)].map(sessionIn);
    const outcomes = await Promise.all(
      presses.map(([who, secret], index) =>
        decideAction(desk.dependencies, secret, sessions[index], { text: who.staffId }),
      ),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'done_before']);
    const [only] = await desk.stores.cases.listAnswers(caseNumber);
    expect(only?.text).toBe(only?.writtenBy);
  });
});

describe('a request nobody confirmed', () => {
  it('is opened by staff who accept it as it is, acknowledged and given its clock', async () => {
    const desk = createDesk();
    const { caseNumber } = await withDigest(desk);
    await decide(desk, OFFICER, 'accept', caseNumber);
    expect(desk.caseOf(caseNumber)).toMatchObject({
      status: 'open',
      clockRun: 1,
      openedBy: { kind: 'staff', staffId: OFFICER.staffId },
    });
    expect(desk.mailbox.of('acknowledgement')).toHaveLength(1);
    expect([...desk.clocks.executions.keys()]).toEqual([`${caseNumber}-1`]);
  });

  it('is acknowledged once when the requester confirms after staff accepted it', async () => {
    const desk = createDesk();
    const { caseNumber } = await withDigest(desk);
    await decide(desk, OFFICER, 'accept', caseNumber);
    const accepted = desk.caseOf(caseNumber);
    expect((await confirm(desk, caseNumber)).status).toBe(200);
    expect(desk.caseOf(caseNumber)).toEqual(accepted);
    expect(desk.mailbox.of('acknowledgement')).toHaveLength(1);
  });

  it('tells staff who accept it after the requester confirmed', async () => {
    const desk = createDesk();
    const { caseNumber } = await withDigest(desk);
    await confirm(desk, caseNumber);
    expect(await press(desk, OFFICER, staffSecret(desk, OFFICER, 'accept', caseNumber))).toMatchObject({
      outcome: 'done_before',
      staffId: null,
    });
    expect(
      await press(desk, OFFICER, staffSecret(desk, OFFICER, 'dismiss', caseNumber), { ground: 'spam' }),
    ).toMatchObject({ outcome: 'done_before', staffId: null });
    expect(desk.caseOf(caseNumber).status).toBe('open');
  });

  it('is dismissed only on one of four grounds', async () => {
    const desk = createDesk();
    const { caseNumber } = await withDigest(desk);
    const secret = staffSecret(desk, OFFICER, 'dismiss', caseNumber);
    expect(await press(desk, OFFICER, secret)).toMatchObject({ outcome: 'input_missing', missing: 'ground' });
    expect(await press(desk, OFFICER, secret, { ground: 'duplicate' })).toMatchObject({ outcome: 'done' });
    expect(desk.caseOf(caseNumber)).toMatchObject({ status: 'dismissed', ground: 'duplicate', nextStepAt: null });
    expect(await press(desk, OFFICER, secret, { ground: 'spam' })).toMatchObject({ outcome: 'done_before' });
    expect(desk.caseOf(caseNumber)).toMatchObject({ ground: 'duplicate' });
    await desk.digest();
    await desk.settle();
    expect(desk.mailbox.of('staff_unconfirmed', OFFICER.email)).toHaveLength(1);
  });

  it('cannot be confirmed after it was dismissed', async () => {
    const desk = createDesk();
    const { caseNumber } = await withDigest(desk);
    await decide(desk, OFFICER, 'dismiss', caseNumber, { ground: 'spam' });
    expect((await confirm(desk, caseNumber)).status).toBe(404);
    expect(desk.caseOf(caseNumber).status).toBe('dismissed');
  });

  it('is opened or dismissed, never both, when staff press two links at once', async () => {
    const desk = createDesk();
    const { caseNumber } = await withDigest(desk);
    const session = sessionIn(await signIn(desk, OFFICER));
    const outcomes = await Promise.all(
      (['accept', 'dismiss'] as const).map((action) =>
        decideAction(desk.dependencies, staffSecret(desk, OFFICER, action, caseNumber), session, { ground: 'spam' }),
      ),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'done_before']);
  });
});
