import { describe, expect, it } from 'vitest';
import type { DismissalGround } from '../../../domain/cases/case.ts';
import { verifyChain } from '../../../domain/cases/case-events.ts';
import type { StaffInput } from '../../../domain/desk/staff-input.ts';
import { decideAction } from '../../../domain/desk/use-cases/decide-action.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import {
  ACCESS,
  ANNA,
  answer,
  answerInput,
  collect,
  type Colleague,
  confirm,
  decide,
  OFFICER,
  QUESTION,
  SAM,
  signIn,
  staffSecret,
  submit,
  submitConfirmed,
  take,
} from '../../support/desk/people.ts';

const sessionIn = (cookie: string) => cookie.split('=')[1];
const byLink = (secret: string) => ({ kind: 'link', secret }) as const;
const TAKE = { action: 'take' } as const;
const TEXT = 'Wij hebben uw gegevens gewist.';

async function press(desk: Desk, who: Colleague, secret: string, input: StaffInput) {
  return decideAction(desk.dependencies, byLink(secret), sessionIn(await signIn(desk, who)), input);
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
    expect(await press(desk, ANNA, secret, TAKE)).toMatchObject({ outcome: 'done', action: 'take' });
    const taken = desk.caseOf(caseNumber);
    expect(taken).toMatchObject({ assignee: { staffId: ANNA.staffId, since: '2026-03-02T09:30:00.000Z' } });

    await desk.runFor({ hours: 1 });
    expect(await press(desk, ANNA, secret, TAKE)).toMatchObject({
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
    expect(await press(desk, SAM, staffSecret(desk, SAM, 'take', caseNumber), TAKE)).toMatchObject({
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
      secrets.map((secret, index) => decideAction(desk.dependencies, byLink(secret), sessions[index], TAKE)),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'done_before']);
    expect(desk.stores.desk.events.list().filter(({ type }) => type === 'case_taken')).toHaveLength(1);
  });

  it('is done once by one who presses three times at once, and each press is told so', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const session = sessionIn(await signIn(desk, ANNA));
    const secret = staffSecret(desk, ANNA, 'take', caseNumber);
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => decideAction(desk.dependencies, byLink(secret), session, TAKE)),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'done_before', 'done_before']);
  });
});

describe('answering a part', () => {
  it('takes the case when nobody has, and closes it', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const secret = staffSecret(desk, SAM, 'answer', caseNumber);
    expect(await press(desk, SAM, secret, answerInput(desk, caseNumber))).toMatchObject({ outcome: 'done' });
    expect(desk.caseOf(caseNumber)).toMatchObject({
      status: 'closed',
      assignee: { staffId: SAM.staffId },
      identity: { level: 'L2', method: 'address_on_file_unchanged', by: { kind: 'staff', staffId: SAM.staffId } },
      parts: [
        { decision: { outcome: 'granted', decidedBy: { kind: 'staff', staffId: SAM.staffId }, releasedBy: null } },
      ],
    });
    const types = (await desk.stores.cases.listEvents(caseNumber)).map(({ type }) => type);
    expect(types.slice(-4)).toEqual(['identity_recorded', 'case_taken', 'part_decided', 'case_closed']);
  });

  it('leaves nothing of the case to be done but a reminder of the answer, until it is collected', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk, QUESTION);
    await answer(desk, ANNA, caseNumber);
    expect(desk.caseOf(caseNumber)).toMatchObject({
      status: 'closed',
      tasks: [{ kind: 'collect', ended: null }],
      nextStepAt: '2026-03-09T08:00:00.000Z',
    });
    await collect(desk, caseNumber, collectionCode);
    expect(desk.caseOf(caseNumber)).toMatchObject({ tasks: [{ ended: { as: 'done' } }], nextStepAt: null });
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
    await expect(press(desk, ANNA, secret, answerInput(desk, caseNumber, '1', ' \n'))).rejects.toMatchObject({
      name: 'RuleRefusedError',
      rule: 'text_required',
      field: 'text',
    });
    expect(desk.caseOf(caseNumber)).toEqual(before);
    expect(await press(desk, ANNA, secret, answerInput(desk, caseNumber))).toMatchObject({ outcome: 'done' });
  });

  it('takes no other input than that of its link', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const before = desk.caseOf(caseNumber);
    const secret = staffSecret(desk, ANNA, 'take', caseNumber);
    await expect(press(desk, ANNA, secret, answerInput(desk, caseNumber))).rejects.toThrow(RangeError);
    expect(desk.caseOf(caseNumber)).toEqual(before);
  });

  it('never writes over an answer given before', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const secret = staffSecret(desk, SAM, 'answer', caseNumber);
    const first = staffSecret(desk, ANNA, 'answer', caseNumber);
    await press(desk, ANNA, first, answerInput(desk, caseNumber, '1', TEXT));
    expect(await press(desk, SAM, secret, answerInput(desk, caseNumber, '1', 'Iets anders.'))).toMatchObject({
      outcome: 'done_before',
      staffId: ANNA.staffId,
    });
    expect((await desk.stores.cases.listAnswers(caseNumber)).map(({ text }) => text)).toEqual([TEXT]);
  });

  it('lets two colleagues answer two parts at once', async () => {
    const desk = createDesk();
    const parts = [{ requestType: 'access' }, { requestType: 'rectification' }];
    const { caseNumber } = await submitConfirmed(desk, { ...ACCESS, parts });
    const presses = [
      ['1', staffSecret(desk, ANNA, 'answer', caseNumber, '1'), sessionIn(await signIn(desk, ANNA))],
      ['2', staffSecret(desk, SAM, 'answer', caseNumber, '2'), sessionIn(await signIn(desk, SAM))],
    ] as const;
    const outcomes = await Promise.all(
      presses.map(([partId, secret, session]) =>
        decideAction(desk.dependencies, byLink(secret), session, answerInput(desk, caseNumber, partId)),
      ),
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
        decideAction(
          desk.dependencies,
          byLink(secret),
          sessions[index],
          answerInput(desk, caseNumber, '1', who.staffId),
        ),
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
    const confirmed = desk.caseOf(caseNumber);
    expect(confirmed).toMatchObject({ status: 'open', openedBy: { kind: 'staff' }, steps: accepted.steps });
    expect([accepted.addressConfirmedAt, confirmed.addressConfirmedAt === null]).toEqual([null, false]);
    expect(desk.mailbox.of('acknowledgement')).toHaveLength(1);
  });

  it('tells staff who accept it after the requester confirmed', async () => {
    const desk = createDesk();
    const { caseNumber } = await withDigest(desk);
    await confirm(desk, caseNumber);
    for (const input of [{ action: 'accept' }, { action: 'dismiss', ground: 'spam' }] as const) {
      const secret = staffSecret(desk, OFFICER, input.action, caseNumber);
      expect(await press(desk, OFFICER, secret, input)).toMatchObject({ outcome: 'done_before', staffId: null });
    }
    expect(desk.caseOf(caseNumber).status).toBe('open');
  });

  it('is dismissed only on one of four grounds', async () => {
    const desk = createDesk();
    const { caseNumber } = await withDigest(desk);
    const secret = staffSecret(desk, OFFICER, 'dismiss', caseNumber);
    const dismissOn = (ground: DismissalGround) => press(desk, OFFICER, secret, { action: 'dismiss', ground });
    const otherwise = await decide(desk, OFFICER, 'dismiss', caseNumber, { ground: 'manifestly_unfounded' });
    expect([otherwise.status, desk.caseOf(caseNumber).status]).toEqual([422, 'unconfirmed']);
    expect(await dismissOn('duplicate')).toMatchObject({ outcome: 'done' });
    expect(desk.caseOf(caseNumber)).toMatchObject({ status: 'dismissed', ground: 'duplicate', nextStepAt: null });
    expect(await dismissOn('spam')).toMatchObject({ outcome: 'done_before' });
    expect(desk.caseOf(caseNumber)).toMatchObject({ ground: 'duplicate' });
    await desk.digest();
    await desk.settle();
    expect(desk.mailbox.of('staff_unconfirmed', OFFICER.email)).toHaveLength(1);
  });

  it('cannot be confirmed after it was dismissed', async () => {
    const desk = createDesk();
    const { caseNumber } = await withDigest(desk);
    await decide(desk, OFFICER, 'dismiss', caseNumber, { ground: 'spam' });
    expect((await confirm(desk, caseNumber)).status).toBe(410);
    expect(desk.caseOf(caseNumber).status).toBe('dismissed');
  });

  it('is opened or dismissed, never both, when staff press two links at once', async () => {
    const desk = createDesk();
    const { caseNumber } = await withDigest(desk);
    const session = sessionIn(await signIn(desk, OFFICER));
    const outcomes = await Promise.all(
      ([{ action: 'accept' }, { action: 'dismiss', ground: 'spam' }] as const).map((input) =>
        decideAction(desk.dependencies, byLink(staffSecret(desk, OFFICER, input.action, caseNumber)), session, input),
      ),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'done_before']);
  });
});
