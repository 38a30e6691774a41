import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { awsConfigOf } from '../../tools/desk-client/aws-config.ts';
import { createExecutions } from '../../tools/desk-client/executions.ts';
import { invokeSweep } from '../../tools/desk-client/sweep.ts';
import { waitFor } from '../../tools/desk-client/wait.ts';
import { answerAll, askedCase, openedCase, untilPlanned } from '../support/end-to-end/lives.ts';
import { mailsTo, mailTo, secretsIn } from '../support/end-to-end/mailbox.ts';
import { outboxRows } from '../support/end-to-end/outbox-rows.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { anna, everyStaffAddress, sessionOf } from '../support/end-to-end/staff.ts';
import { cases, storedCase } from '../support/end-to-end/stored.ts';
import { letCaseAge, PAST_THE_PROMISE } from '../support/end-to-end/time-passes.ts';
import { press } from '../support/end-to-end/web.ts';

const workflows = new SFNClient(awsConfigOf(desk));
const executions = createExecutions(desk);
const executionArn = (name: string) => `${desk.stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
const stop = (name: string) => workflows.send(new StopExecutionCommand({ executionArn: executionArn(name) }));

const runOf = async (caseNumber: string) => (await storedCase(caseNumber)).clockRun;
const doneSteps = async (caseNumber: string) =>
  (await storedCase(caseNumber)).steps.filter(({ outcome }) => outcome === 'done').map(({ step }) => step);

const started = (caseNumber: string, run: number) =>
  waitFor(`run ${run} of ${caseNumber}`, 60, async () => (await executions.of(caseNumber))[run - 1]);
const ended = (caseNumber: string, run: number) =>
  waitFor(`the end of run ${run} of ${caseNumber}`, 90, async () => {
    const execution = (await executions.of(caseNumber))[run - 1];
    return execution === undefined || execution.status === 'RUNNING' ? undefined : execution;
  });

/** What staff were told of a case: each rung once to each, and as many mails as there were orders. */
async function expectNothingTwice(caseNumber: string): Promise<void> {
  const rows = await waitFor(`the last mail about ${caseNumber}`, 60, async () => {
    const mails = (await outboxRows(caseNumber)).filter(({ kind }) => kind === 'mail');
    return mails.some(({ outcome }) => outcome === null) ? undefined : mails;
  });
  const orders = rows.flatMap(({ mail, outcome }) => {
    const { staffId, template, step } = (mail ?? {}) as Readonly<Record<string, string>>;
    return staffId === undefined || outcome !== 'sent' ? [] : [`${template} ${step} ${staffId}`];
  });
  expect(orders.length).toBeGreaterThan(1);
  expect(new Set(orders).size).toBe(orders.length);
  const toStaff = async () => {
    const mails = await Promise.all(everyStaffAddress.map((address) => mailsTo(address)));
    return mails.flat().filter(({ subject }) => subject.includes(caseNumber));
  };
  // The mailbox lists a mail a moment after it has taken it.
  await expect.poll(toStaff, { timeout: 10_000 }).toHaveLength(orders.length);
}

describe('an execution that was stopped', () => {
  it('is followed by the next run, which does every rung that is left, each once', async () => {
    const { caseNumber } = await openedCase({ parts: [{ requestType: 'question' }] }, { dayLastsSeconds: 1 });
    await started(caseNumber, 1);
    await stop(`${caseNumber}-1`);

    await started(caseNumber, 2);
    expect(await runOf(caseNumber)).toBe(2);
    await waitFor('the missed promise', 120, async () =>
      (await doneSteps(caseNumber)).includes('promise_missed') ? true : undefined,
    );
    await answerAll(caseNumber);
    expect((await ended(caseNumber, 2)).status).toBe('SUCCEEDED');

    const steps = await doneSteps(caseNumber);
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps).toStrictEqual(expect.arrayContaining(['five_days_left', 'two_days_left', 'target_day']));
    await expectNothingTwice(caseNumber);
    const events = await cases.listEvents(caseNumber);
    expect(events.filter(({ type }) => type === 'clock_restarted').map(({ details }) => details)).toStrictEqual([
      { reason: 'execution_stopped', run: '2' },
    ]);
  });

  it('of a case that is closed is left alone', async () => {
    const { caseNumber } = await openedCase();
    await started(caseNumber, 1);
    await untilPlanned(caseNumber);
    await answerAll(caseNumber);
    await stop(`${caseNumber}-1`);
    await ended(caseNumber, 1);
    const witness = await openedCase();
    await started(witness.caseNumber, 1);
    await stop(`${witness.caseNumber}-1`);
    await started(witness.caseNumber, 2);
    expect(await executions.of(caseNumber)).toHaveLength(1);
    await answerAll(witness.caseNumber);
  });
});

describe('the hourly look for late rungs', () => {
  it('does what the workflow has slept through, tells the requester once, and starts the workflow anew', async () => {
    const { caseNumber, request } = await openedCase({ parts: [{ requestType: 'access' }] });
    await started(caseNumber, 1);
    // Until it sleeps, the workflow itself would still see how old the case has become.
    await untilPlanned(caseNumber);
    await letCaseAge(caseNumber, PAST_THE_PROMISE);

    expect(await invokeSweep(desk, 'late')).toBeGreaterThanOrEqual(1);
    expect(await doneSteps(caseNumber)).toContain('promise_missed');
    await mailTo(request.requester.email, [caseNumber, 'We are late with our answer']);
    await started(caseNumber, 2);

    const before = await storedCase(caseNumber);
    await invokeSweep(desk, 'late');
    expect((await storedCase(caseNumber)).steps).toStrictEqual(before.steps);
    const late = (await mailsTo(request.requester.email)).filter(({ subject }) => subject.includes('late'));
    expect(late).toHaveLength(1);
    await expectNothingTwice(caseNumber);
    await answerAll(caseNumber);
  });

  it('leaves alone what is not late', async () => {
    const { caseNumber } = await openedCase();
    await started(caseNumber, 1);
    await untilPlanned(caseNumber);
    const before = await storedCase(caseNumber);
    await invokeSweep(desk, 'late');
    expect(await storedCase(caseNumber)).toStrictEqual(before);
    await answerAll(caseNumber);
  });
});

/** Accept and dismiss are the two links below the case's number. */
async function digestLinks(caseNumber: string): Promise<{ readonly accept: string; readonly dismiss: string }> {
  const mail = await waitFor(`a digest with ${caseNumber}`, 90, async () =>
    (await mailsTo(anna.email)).find(({ subject, text }) => !subject.includes(caseNumber) && text.includes(caseNumber)),
  );
  const behind = mail.text.slice(mail.text.indexOf(caseNumber));
  const [accept = '', dismiss = ''] = secretsIn({ ...mail, text: behind }, 'desk/act');
  return { accept, dismiss };
}

describe('the digest of requests nobody confirmed', () => {
  it('lets staff accept a request as it is', async () => {
    const { caseNumber, request } = await askedCase();
    expect(await invokeSweep(desk, 'digest')).toBeGreaterThanOrEqual(1);
    const { accept } = await digestLinks(caseNumber);
    const page = await press('/desk/decide', { token: accept }, { session: await sessionOf(anna) });
    expect(page.status).toBe(200);
    expect(await storedCase(caseNumber)).toMatchObject({
      status: 'open',
      openedBy: { kind: 'staff', staffId: anna.staffId },
    });
    await mailTo(request.requester.email, [caseNumber, 'We have received your message']);
    await answerAll(caseNumber);
  });

  it('lets staff dismiss what is no request, with a ground', async () => {
    const { caseNumber, confirmSecret } = await askedCase();
    await invokeSweep(desk, 'digest');
    const { dismiss } = await digestLinks(caseNumber);
    const session = await sessionOf(anna);
    expect((await press('/desk/decide', { token: dismiss }, { session })).status).toBe(422);
    expect((await press('/desk/decide', { token: dismiss, ground: 'too_much_work' }, { session })).status).toBe(422);
    expect((await press('/desk/decide', { token: dismiss, ground: 'spam' }, { session })).status).toBe(200);
    expect(await storedCase(caseNumber)).toMatchObject({ status: 'dismissed', ground: 'spam' });
    expect((await press('/confirm', { token: confirmSecret })).status).toBe(410);
  });

  it('asked for twice in a minute tells of a request that came in between', async () => {
    await invokeSweep(desk, 'digest');
    const { caseNumber } = await askedCase();
    await invokeSweep(desk, 'digest');
    expect((await digestLinks(caseNumber)).accept).not.toBe('');
  });

  it('reports the rungs of an unconfirmed request, and opens no execution for it', async () => {
    const { caseNumber } = await askedCase();
    await letCaseAge(caseNumber, PAST_THE_PROMISE);
    await invokeSweep(desk, 'digest');
    await digestLinks(caseNumber);
    expect(await doneSteps(caseNumber)).toContain('promise_missed');
    expect(await executions.of(caseNumber)).toStrictEqual([]);
  });
});
