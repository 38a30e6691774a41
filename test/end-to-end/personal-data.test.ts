import { beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/desk-client/wait.ts';
import { answerAll, openedCase } from '../support/end-to-end/lives.ts';
import { allMails, type Mail, mailTo, secretIn } from '../support/end-to-end/mailbox.ts';
import { aRequest, postRequest, unique } from '../support/end-to-end/requests.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { allLogLines, executionTraces } from '../support/end-to-end/sinks.ts';
import { anna, everyStaffAddress, sessionOf } from '../support/end-to-end/staff.ts';
import { allItems, type StoredItem, storedCase } from '../support/end-to-end/stored.ts';
import { type Answered, call, press } from '../support/end-to-end/web.ts';

const canary = {
  name: unique('canaryname'),
  mailbox: unique('canarymailbox'),
  phone: unique('canaryphone'),
  text: unique('canarytext'),
  message: unique('canarymessage'),
  answer: unique('canaryanswer'),
};
const PERSONAL = Object.values(canary);
const found = (text: string) => PERSONAL.filter((word) => text.toLowerCase().includes(word));

let caseNumber: string;
let collectionCode: string;
let items: readonly StoredItem[];
let mails: readonly Mail[];
let collected: Answered;

/** A whole life with something personal in every field, rungs and refusals included. */
beforeAll(async () => {
  const request = aRequest({
    requester: {
      name: canary.name,
      email: `${canary.mailbox}@example.com`,
      phone: canary.phone,
      relation: 'customer',
    },
    parts: [{ requestType: 'rectification', text: `Please correct ${canary.text}.` }],
    message: `And also ${canary.message}.`,
  });
  await postRequest(JSON.stringify({ ...request, [canary.name]: canary.text }));
  await postRequest(`${JSON.stringify(request)} ${canary.text}`);
  await press('/request', { name: canary.name, email: canary.mailbox, message: canary.text });
  await press('/desk', { email: `${canary.mailbox}@example.com` });
  await call(`/confirm?name=${canary.name}`);

  const opened = await openedCase(request, { dayLastsSeconds: 0.5 });
  ({ caseNumber, collectionCode } = opened);
  await waitFor('the missed promise', 120, async () =>
    (await storedCase(caseNumber)).steps.some(({ step }) => step === 'promise_missed') ? true : undefined,
  );
  const session = await sessionOf(anna);
  await press('/desk/decide', { token: opened.confirmSecret, text: canary.answer }, { session });
  await answerAll(caseNumber, `You are ${canary.answer}.`);
  const mail = await mailTo(request.requester.email, [caseNumber, '/collect?']);
  await press('/collect', { token: secretIn(mail, 'collect'), collectionCode: canary.text });
  collected = await press('/collect', { token: secretIn(mail, 'collect'), collectionCode });

  items = [
    ...(await allItems(desk.tables.deskTable)),
    ...(await allItems(desk.tables.ledgerTable)),
    ...(await allItems(desk.tables.limitsTable)),
  ];
  mails = await allMails();
}, 240_000);

describe('what a person entrusts to the desk', () => {
  it('is there for who collects it', () => {
    expect(collected.text).toContain(canary.answer);
  });

  it('is stored in the content and the answers of the case and nowhere else', () => {
    const holders = items.filter((item) => found(JSON.stringify(item)).length > 0);
    expect(holders.map(({ pk, sk }) => `${pk} ${sk}`).toSorted()).toStrictEqual([
      `CASE#${caseNumber} ANSWER#01`,
      `CASE#${caseNumber} CONTENT`,
    ]);
    const content = holders.find(({ sk }) => sk === 'CONTENT');
    expect(found(JSON.stringify(content))).toHaveLength(PERSONAL.length - 1);
  });

  it('is in no event and no outbox row', () => {
    const rows = items.filter(({ pk, sk }) => pk.startsWith('OUTBOX#') || sk.startsWith('EVENT#'));
    expect(rows.length).toBeGreaterThan(10);
    expect(found(JSON.stringify(rows))).toStrictEqual([]);
  });

  it('is in no log line', async () => {
    const lines = await allLogLines();
    expect(lines.filter((line) => line.includes(caseNumber))).not.toStrictEqual([]);
    expect(lines.filter((line) => found(line).length > 0)).toStrictEqual([]);
    expect(lines.filter((line) => /@example\.com|@cttelecom\.nl/.test(line))).toStrictEqual([]);
  });

  it('is in no name, input, output or history of an execution', async () => {
    const traces = await executionTraces(caseNumber);
    expect(traces).not.toStrictEqual([]);
    expect(found(traces.join('\n'))).toStrictEqual([]);
    expect(traces.join('\n')).not.toContain('@');
  });

  it('is in no subject of a mail, and in no address of a link', () => {
    const own = mails.filter(({ text }) => text.includes(caseNumber));
    expect(own.length).toBeGreaterThan(8);
    for (const { subject, text, html } of own) {
      expect(found(subject)).toStrictEqual([]);
      const addresses = `${text} ${html}`.match(/https?:\/\/[^\s"<>]+/g) ?? [];
      expect(found(addresses.join('\n'))).toStrictEqual([]);
    }
  });

  it('is in no mail to staff', () => {
    const toStaff = mails.filter(({ to }) => to.some(({ address }) => everyStaffAddress.includes(address)));
    expect(toStaff.filter(({ text }) => text.includes(caseNumber)).length).toBeGreaterThan(5);
    expect(found(toStaff.map(({ subject, text, html }) => `${subject} ${text} ${html}`).join('\n'))).toStrictEqual([]);
  });

  it('but for the name in the greeting is in no mail to the requester, and neither is the collection code', () => {
    const own = mails.filter(({ to }) => to.some(({ address }) => address.includes(canary.mailbox)));
    expect(own.length).toBeGreaterThanOrEqual(4);
    const words = own.map(({ subject, text, html }) => `${subject} ${text} ${html}`).join('\n');
    expect(found(words).filter((word) => word !== canary.name)).toStrictEqual([]);
    expect(words).not.toContain(collectionCode);
  });
});

describe('the secrets of links and the collection code', () => {
  it('are stored nowhere and logged nowhere', async () => {
    const secrets = mails
      .filter(({ text }) => text.includes(caseNumber))
      .flatMap(({ text }) => text.match(/(?<=#)[A-Za-z0-9_-]{43}/g) ?? []);
    expect(secrets.length).toBeGreaterThan(10);
    const places = [JSON.stringify(items), (await allLogLines()).join('\n')];
    for (const place of places) {
      expect(secrets.filter((secret) => place.includes(secret))).toStrictEqual([]);
      expect(place).not.toContain(collectionCode);
    }
  });
});
