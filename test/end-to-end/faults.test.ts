import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createExecutions } from '../../tools/desk-client/executions.ts';
import { invokeSweep } from '../../tools/desk-client/sweep.ts';
import { waitFor } from '../../tools/desk-client/wait.ts';
import { killWorkers, redrive } from '../support/end-to-end/functions.ts';
import { answerAll, askedCase, openedCase } from '../support/end-to-end/lives.ts';
import { mailsTo, mailTo } from '../support/end-to-end/mailbox.ts';
import { outboxRows, unsentRows } from '../support/end-to-end/outbox-rows.ts';
import { aRequest, postRequest, type Receipt, submitAtPace, unique } from '../support/end-to-end/requests.ts';
import { roleNamed, withoutActions } from '../support/end-to-end/roles.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { requestKeys, storedCase } from '../support/end-to-end/stored.ts';
import { letOutboxRowAge } from '../support/end-to-end/time-passes.ts';
import { press } from '../support/end-to-end/web.ts';

const executions = createExecutions(desk);

/** Waits until nobody works on a row of the case any more; answers those that are still unsent. */
const restingRows = (caseNumber: string, which: (row: Readonly<Record<string, unknown>>) => boolean) =>
  waitFor(`resting outbox rows of ${caseNumber}`, 90, async () => {
    const rows = (await unsentRows(caseNumber)).filter(which);
    return rows.length === 0 ? undefined : rows;
  });

describe('a right that is missing for a while', () => {
  it('to send mail postpones the mail: the redrive sends it when it is due again, once', async () => {
    const request = aRequest();
    const { caseNumber } = await withoutActions(
      await roleNamed('DispatchOutbox'),
      ['ses:SendEmail', 'ses:SendRawEmail'],
      async () => {
        const receipt = await submitAtPace(request);
        await restingRows(receipt.caseNumber, (row) => row['lastErrorCode'] !== null);
        return receipt;
      },
    );
    const [row] = await unsentRows(caseNumber);
    expect(row).toMatchObject({ attempts: 1, leaseUntil: null, nextAttemptAt: expect.any(String) });
    expect(JSON.stringify(row)).not.toContain('@');

    await redrive();
    expect(await unsentRows(caseNumber)).toHaveLength(1);

    const due = Date.parse(String(row?.['nextAttemptAt'])) - Date.now();
    expect(due).toBeLessThanOrEqual(60_000);
    await sleep(Math.max(0, due));
    await redrive();
    await mailTo(request.requester.email, [caseNumber]);
    await redrive();
    expect(await mailsTo(request.requester.email)).toHaveLength(1);
    expect(await unsentRows(caseNumber)).toStrictEqual([]);
  });

  it('to claim outbox rows loses none: the redrive finds what the stream gave up', async () => {
    const request = aRequest();
    const { caseNumber } = await withoutActions(
      await roleNamed('DispatchOutbox'),
      ['dynamodb:UpdateItem'],
      async () => {
        const receipt = await submitAtPace(request);
        await sleep(5000);
        expect(await unsentRows(receipt.caseNumber)).toHaveLength(1);
        return receipt;
      },
    );
    await redrive();
    await mailTo(request.requester.email, [caseNumber]);
    expect(await unsentRows(caseNumber)).toStrictEqual([]);
  });

  it('to start the workflow starts it later, once', async () => {
    const asked = await askedCase();
    await withoutActions(await roleNamed('DispatchOutbox'), ['states:StartExecution'], async () => {
      await press('/confirm', { token: asked.confirmSecret });
      await restingRows(asked.caseNumber, (row) => row['kind'] === 'start_workflow' && row['lastErrorCode'] !== null);
    });
    expect(await executions.of(asked.caseNumber)).toStrictEqual([]);
    await mailTo(asked.request.requester.email, ['We have received your message']);
    for (const { outboxId } of await unsentRows(asked.caseNumber)) await letOutboxRowAge(String(outboxId), false);
    await redrive();
    expect((await executions.of(asked.caseNumber)).map(({ name }) => name)).toStrictEqual([`${asked.caseNumber}-1`]);
    await answerAll(asked.caseNumber);
  });

  it('to store is told as such: nothing is stored, and the same call works later', async () => {
    const body = JSON.stringify(aRequest());
    const headers = { 'idempotency-key': unique('key-') };
    const before = await requestKeys();
    const refused = await withoutActions(await roleNamed('PublicApi'), ['dynamodb:PutItem'], () =>
      postRequest(body, headers),
    );
    expect(refused.status).toBe(503);
    expect(JSON.parse(refused.text)).toMatchObject({ type: 'urn:privacy-desk:problem:unavailable', status: 503 });
    expect(refused.text).not.toMatch(/AccessDenied|arn:|dynamodb/i);
    expect(await requestKeys()).toStrictEqual(before);
    expect((await postRequest(body, headers)).status).toBe(202);
  });

  it('to write the ledger stores nothing of a confirmation, and the link stays good', async () => {
    const { caseNumber, confirmSecret } = await askedCase();
    const page = await withoutActions(await roleNamed('PublicApi'), ['dynamodb:PutItem'], () =>
      press('/confirm', { token: confirmSecret }),
    );
    expect(page.status).toBe(503);
    expect((await storedCase(caseNumber)).status).toBe('unconfirmed');
    expect((await press('/confirm', { token: confirmSecret })).status).toBe(200);
    await answerAll(caseNumber);
  });
});

describe('a machine that dies half way', () => {
  it('while it sends mail loses none: every mail arrives, and hardly one twice', async () => {
    const requests = Array.from({ length: 8 }, () => aRequest());
    const sent = Promise.all(requests.map((request) => submitAtPace(request)));
    let killed = 0;
    for (let blow = 0; blow < 10; blow += 1) {
      killed += await killWorkers('DispatchOutbox');
      await sleep(150);
    }
    const receipts = await sent;
    expect(killed).toBeGreaterThan(0);
    // What the stream still repeats comes by itself; then the leases of the dead run out.
    await sleep(5000);
    for (const { caseNumber } of receipts) {
      for (const row of await unsentRows(caseNumber)) {
        await letOutboxRowAge(String(row['outboxId']), row['leaseUntil'] !== null);
      }
    }
    await redrive();
    for (const [index, { caseNumber }] of receipts.entries()) {
      const address = requests[index]?.requester.email ?? '';
      await mailTo(address, [caseNumber]);
      expect((await mailsTo(address)).length).toBeLessThanOrEqual(2);
      expect((await outboxRows(caseNumber)).map((row) => row['outcome'])).toStrictEqual(['sent']);
    }
  });

  it('while it stores requests makes no half case: the same call repeated gets one answer and one case', async () => {
    const calls = Array.from({ length: 6 }, () => ({
      body: JSON.stringify(aRequest()),
      headers: { 'idempotency-key': unique('key-') },
    }));
    const before = await requestKeys();
    const first = Promise.allSettled(calls.map(({ body, headers }) => postRequest(body, headers)));
    for (let blow = 0; blow < 6; blow += 1) {
      await killWorkers('PublicApi');
      await sleep(60);
    }
    await first;
    const answers = await Promise.all(calls.map(({ body, headers }) => postRequest(body, headers)));
    expect(answers.map(({ status }) => status)).toStrictEqual(Array(6).fill(202));
    const numbers = answers.map(({ text }) => (JSON.parse(text) as Receipt).caseNumber);
    const made = [...(await requestKeys())].filter((key) => !before.has(key) && key.endsWith(' CASE'));
    expect(made.toSorted()).toStrictEqual(numbers.map((number) => `CASE#${number} CASE`).toSorted());
  });

  it('while it does a rung does it all the same, once', async () => {
    const { caseNumber } = await openedCase({ parts: [{ requestType: 'question' }] }, { dayLastsSeconds: 1 });
    const done = async () => (await storedCase(caseNumber)).steps.filter(({ outcome }) => outcome === 'done');
    let killed = 0;
    // About until the last rung is due. A slow machine may do no rung between two blows, so they have to end.
    for (let blow = 0; blow < 12; blow += 1) {
      killed += await killWorkers('AdvanceCase');
      await sleep(2500);
    }
    expect(killed).toBeGreaterThan(0);
    await waitFor('the last day', 180, async () => {
      // An execution that was killed too often has ended: the watchdog, which looks every hour, starts the next one.
      await invokeSweep(desk, 'late');
      await sleep(5000);
      return (await done()).some(({ step }) => step === 'target_day') ? true : undefined;
    });
    const steps = (await done()).map(({ step }) => step);
    expect(new Set(steps).size).toBe(steps.length);
    await answerAll(caseNumber);
  });
});
