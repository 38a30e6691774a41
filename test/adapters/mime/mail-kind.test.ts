import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';

async function kindOf(headers: string, from = 'Jan <jan@example.nl>'): Promise<string | undefined> {
  return (await readMail(Buffer.from(`From: ${from}\n${headers}\n\nHallo`)))?.kind;
}

describe('the kind of sender a mail shows', () => {
  it.each([
    ['Subject: Inzage'],
    ['Subject: Re: Automatisch antwoord werkt niet'],
    ['Subject: Afwezige medewerker'],
    ['Auto-Submitted: no'],
    ['Auto-Submitted: No (a person)'],
    ['Precedence: normal'],
    ['X-Auto-Response-Suppress: DR, RN, NRN'],
    ['Return-Path: <jan@example.nl>'],
    ['In-Reply-To: <a@b>'],
  ])('is a person for %j', async (headers) => {
    expect(await kindOf(headers)).toBe('personal');
  });

  it.each([
    ['Auto-Submitted: auto-replied'],
    ['auto-submitted:  AUTO-REPLIED; owner-email="jan@example.nl"'],
    ['Precedence: auto_reply'],
    ['X-Autoreply: yes'],
    ['X-Autorespond: Afwezig'],
    ['X-Auto-Response-Suppress: All\nIn-Reply-To: <a@b>'],
    ['Return-Path: <>'],
    ['Subject: Automatisch antwoord: uw ontvangst'],
    ['Subject: =?utf-8?Q?Automatisch_antwoord=3A?= ontvangst'],
    ['Subject: Automatic reply: receipt'],
    ['Subject: Out of office'],
    ['Subject: Out of Office AutoReply: receipt'],
    ['Subject: Afwezig'],
    ['Subject: Afwezig t/m 1 december'],
    ['Subject: Afwezigheidsbericht'],
    ['Content-Type: multipart/report; report-type=disposition-notification; boundary=x'],
    ['List-Id: <x.example>\nAuto-Submitted: auto-replied'],
  ])('is an automatic answer for %j', async (headers) => {
    expect(await kindOf(headers)).toBe('auto_replied');
  });

  it.each([
    ['Auto-Submitted: auto-generated', undefined],
    ['Auto-Submitted: auto-notified', undefined],
    ['Precedence: bulk', undefined],
    ['Precedence: junk', undefined],
    ['X-Auto-Response-Suppress: OOF, AutoReply', undefined],
    ['Subject: Uw factuur', 'no-reply@example.nl'],
    ['Subject: Uw factuur', 'noreply+x@example.nl'],
  ])('is a program for %j from %s', async (headers, from) => {
    expect(await kindOf(headers, from)).toBe('auto_generated');
  });

  it.each([['List-Id: <x.example>'], ['List-Unsubscribe: <mailto:x@example>'], ['Precedence: list']])(
    'is a list for %j',
    async (headers) => {
      expect(await kindOf(headers)).toBe('list');
    },
  );

  it.each([
    ['Subject: x', 'Mail Delivery System <MAILER-DAEMON@mx.example>'],
    ['Subject: x', 'postmaster@example.nl'],
    ['Subject: Undelivered Mail Returned to Sender', 'x@example.nl'],
    ['Subject: Onbestelbaar: uw bericht', 'x@example.nl'],
    ['Content-Type: multipart/report; report-type=delivery-status; boundary=x', 'x@example.nl'],
    ['X-Failed-Recipients: x@example.nl', 'x@example.nl'],
    ['Return-Path: <MAILER-DAEMON@example.nl>', 'x@example.nl'],
  ])('is a bounce for %j from %s', async (headers, from) => {
    expect(await kindOf(headers, from)).toBe('bounce');
  });
});

describe('the author', () => {
  it.each([
    ['Jan <jan@example.nl>', 'jan@example.nl'],
    ['jan@example.nl (Jan)', 'jan@example.nl'],
    ['"Jan, de" <Jan@EXAMPLE.nl>', 'Jan@example.nl'],
    ['Jan <jan@café.example>', 'jan@xn--caf-dma.example'],
    ['=?utf-8?Q?evil=40example=2Ecom?= <jan@example.nl>', 'jan@example.nl'],
    ['jan@example.nl\nFrom: piet@example.nl', undefined],
    ['jan@example.nl, piet@example.nl', undefined],
    ['Groep: jan@example.nl;', undefined],
    ['Jan', undefined],
    ['<jan@>', undefined],
    ['', undefined],
  ])('of %j is %s', async (field, address) => {
    const mail = await readMail(Buffer.from(`Subject: x\nFrom: ${field}\n\nHallo`));
    expect(mail?.from?.address).toBe(address);
  });
});
