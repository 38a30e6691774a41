import { describe, expect, it } from 'vitest';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { mailTo, mailsTo } from '../support/end-to-end/mailbox.ts';
import { problemIn } from '../support/end-to-end/problems.ts';
import { aRequest, postRequest, type Receipt, submit, unique } from '../support/end-to-end/requests.ts';
import { requestKeys, storedCase } from '../support/end-to-end/stored.ts';
import type { Answered } from '../support/end-to-end/web.ts';

const receiptIn = ({ text }: Answered) => JSON.parse(text) as Receipt;

describe('an accepted request', () => {
  it('is answered with case number, collection code, receipt and promised date, and nothing else', async () => {
    const answered = await postRequest(JSON.stringify(aRequest()));
    expect(answered.status).toBe(202);
    expect(answered.headers.get('content-type')).toMatch(/^application\/json\b/);
    expect(JSON.parse(answered.text)).toStrictEqual({
      caseNumber: expect.stringMatching(/^P-[0-9A-Z]{5}-[0-9A-Z]{5}$/),
      collectionCode: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      promisedDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  it('promises an answer 28 days after the Amsterdam day of receipt', async () => {
    const { receivedAt, promisedDate } = await submit();
    const received = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(new Date(receivedAt));
    expect((Date.parse(promisedDate) - Date.parse(received)) / 86_400_000).toBe(28);
  });

  it.each(requestTypeSchema.options)('may ask for %s', async (requestType) => {
    const request = aRequest({ parts: [{ requestType, text: 'Please look into this.' }] });
    const { caseNumber } = await submit(request);
    expect((await storedCase(caseNumber)).parts.map((part) => part.requestType)).toStrictEqual([requestType]);
  });

  it('may ask for all eleven at once, in one case', async () => {
    const parts = requestTypeSchema.options.map((requestType) => ({ requestType }));
    const { caseNumber } = await submit(aRequest({ parts, message: 'All of it, please.' }));
    expect((await storedCase(caseNumber)).parts).toHaveLength(11);
  });

  it.each(['marketing_objection', 'consent_withdrawal'] as const)(
    'for %s alone is carried out at once and closed, with one mail that says so',
    async (requestType) => {
      const request = aRequest({ parts: [{ requestType }] });
      const { caseNumber } = await submit(request);
      const stored = await storedCase(caseNumber);
      expect(stored.status).toBe('closed');
      expect(stored.parts.map((part) => part.decision?.outcome)).toStrictEqual(['granted']);
      await mailTo(request.requester.email, [caseNumber]);
      expect(await mailsTo(request.requester.email)).toHaveLength(1);
    },
  );

  it('for a marketing objection with a text to read is carried out, and stays to be confirmed', async () => {
    const { caseNumber } = await submit(
      aRequest({ parts: [{ requestType: 'marketing_objection', text: 'Also by phone.' }] }),
    );
    expect((await storedCase(caseNumber)).status).toBe('unconfirmed');
  });
});

describe('the same Idempotency-Key', () => {
  it('with the same body gets the same answer byte for byte, and one case', async () => {
    const body = JSON.stringify(aRequest());
    const headers = { 'idempotency-key': unique('key-') };
    const first = await postRequest(body, headers);
    const before = await requestKeys();
    const second = await postRequest(body, headers);
    expect(second.status).toBe(202);
    expect(second.text).toBe(first.text);
    expect(await requestKeys()).toStrictEqual(before);
  });

  it('sent ten times at once makes one case, and ten answers alike', async () => {
    const request = aRequest();
    const before = await requestKeys();
    const headers = { 'idempotency-key': unique('key-') };
    const answers = await Promise.all(Array.from({ length: 10 }, () => postRequest(JSON.stringify(request), headers)));
    expect(answers.map(({ status }) => status)).toStrictEqual(Array.from({ length: 10 }, () => 202));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const made = [...(await requestKeys())].filter((key) => !before.has(key) && key.endsWith(' CASE'));
    expect(made).toHaveLength(1);
    await mailTo(request.requester.email, [receiptIn(answers[0] as Answered).caseNumber]);
    expect(await mailsTo(request.requester.email)).toHaveLength(1);
  });

  it('with another body is refused, and stores nothing', async () => {
    const headers = { 'idempotency-key': unique('key-') };
    await postRequest(JSON.stringify(aRequest()), headers);
    const before = await requestKeys();
    const refused = await postRequest(JSON.stringify(aRequest()), headers);
    expect(problemIn(refused)).toMatchObject({ status: 422, type: 'urn:privacy-desk:problem:idempotency-key-reused' });
    expect(await requestKeys()).toStrictEqual(before);
  });
});
