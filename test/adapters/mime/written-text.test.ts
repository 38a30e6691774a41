import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';

async function written(text: string, type = 'text/plain'): Promise<string | undefined> {
  const mail = await readMail(
    Buffer.from(`From: jan@example.nl\nSubject: x\nContent-Type: ${type}; charset=utf-8\n\n${text}`),
  );
  return mail?.written;
}

const FOOTER = 'Klik hier om u af te melden. Unsubscribe';

describe('history below an answer is cut after', () => {
  it.each([
    'Op di 24 nov 2026 om 10:00 schreef CT <ct@example.nl>:',
    'Op 24 nov. 2026 om 10:00 heeft CT <ct@example.nl> het volgende geschreven:',
    'Op 24-11-2026 10:00 CET schreef CT Telecom:',
    'CT Telecom <ct@example.nl> schreef op 24 november 2026 10:00:',
    'Jan de Vries schreef op 24-11-2026 10:00:',
    'On Tue, Nov 24, 2026 at 10:00 AM CT <ct@example.nl> wrote:',
    'On Tuesday, November 24th, 2026 at\n10:00, CT Telecom\n<ct@example.nl> wrote:',
    'Le mar. 24 nov. 2026 à 10:00, CT <ct@example.nl> a écrit :',
    'Am 24.11.2026 um 10:00 schrieb CT <ct@example.nl>:',
    '2026-11-24 10:00 GMT+01:00 CT <ct@example.nl>:',
    '---- On Tue, 24 Nov 2026 10:00:00 +0100 CT <ct@example.nl> wrote ----',
    '>>> CT Telecom <ct@example.nl> 24-11-2026 10:00 >>>',
    '-----Oorspronkelijk bericht-----',
    '-------- Oorspronkelijk bericht --------',
    '-----Original Message-----',
    '‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐',
    '---------- Forwarded message ---------',
    '-------- Doorgestuurd bericht --------',
    'Begin doorgestuurd bericht:',
    'Begin forwarded message:',
    '________________________________\nVan: CT <ct@example.nl>\nVerzonden: dinsdag 24 november 2026 10:00\nAan: Jan\nOnderwerp: x',
    '*Van:* CT <ct@example.nl>\n*Verzonden:* dinsdag 24 november 2026 10:00\n*Aan:* Jan\n*Onderwerp:* x',
    'From: CT <ct@example.nl>\nDate: Tuesday, 24 November 2026 at 10:00\nTo: Jan\nSubject: x',
    'Van: "CT" <ct@example.nl>\nAan: "Jan" <jan@example.nl>,\n "Piet" <piet@example.nl>\nVerzonden: Dinsdag 24 november 2026 10:00:00\nOnderwerp: x',
  ])('%j', async (mark) => {
    expect(await written(`Graag inzage.\n\nGroet,\nJan\n\n${mark}\n\nBeste Jan,\n${FOOTER}\n`)).toBe(
      'Graag inzage.\n\nGroet,\nJan',
    );
  });
});

describe('answers between what is quoted stay', () => {
  it('below an attribution and without one', async () => {
    const mail = `Op di 24 nov 2026 om 10:00 schreef CT:\n> Wat is uw naam?\nJan\n>> ouder\n> ${FOOTER}\n\nEn meld mij af.`;
    expect(await written(mail)).toBe('Jan\n\nEn meld mij af.');
  });

  it('right above an attribution', async () => {
    const mark = 'Op di 24 nov 2026 om 10:00 schreef CT <ct@example.nl>:';
    expect(await written(`Op 3 november belde ik u.\n${mark}\n\n> ${FOOTER}`)).toBe('Op 3 november belde ik u.');
    expect(await written(`Graag inzage.\n${mark}\n\n${FOOTER}`)).toBe('Graag inzage.');
  });

  it('without an attribution in a language that is not known', async () => {
    expect(await written(`Graag inzage.\n\nВт, 24 нояб. 2026 г., CT <ct@example.nl>:\n\n> ${FOOTER}`)).toBe(
      'Graag inzage.',
    );
  });

  it('below a forwarded mail that is quoted', async () => {
    expect(await written(`Begin doorgestuurd bericht:\n\n> Van: CT\n> ${FOOTER}\n\nDit wil ik niet.`)).toBe(
      'Dit wil ik niet.',
    );
  });

  it('but not the end of a quoted line that a mailer broke', async () => {
    const quote = '> Wilt u deze berichten niet meer ontvangen dan kunt u zich onderaan deze mail';
    expect(await written(`${quote}\nzonder reden afmelden\n> of bellen.\n\nIk wil inzage.`)).toBe('Ik wil inzage.');
  });
});

describe('footers', () => {
  it.each([
    FOOTER,
    'U ontvangt deze nieuwsbrief omdat u klant bent.\nAfmelden',
    'Wilt u deze nieuwsbrief niet meer ontvangen? Dan kunt u zich hier uitschrijven.',
    'You are receiving this email because you opted in.\nUnsubscribe',
    'If you no longer wish to receive our mails, unsubscribe here.',
    'Bekijk online | Afmelden | Contact',
    '| Afmelden | Privacy |',
    'U ontvangt dit bericht als klant.\nUnsubscribe - Preferences - Contact',
    'You are receiving this because you signed up. Unsubscribe: https://example.nl/u',
    'Uitschrijven: https://example.nl/u/1',
    'Unsubscribe <https://example.nl/u/1>',
    'Als u onze nieuwsbrief niet meer wenst te ontvangen, kunt u zich hier afmelden.',
    'Om u af te melden voor deze nieuwsbrief klikt u hier.',
    'Geen prijs meer op deze mails? Meld je hier af.',
    'To unsubscribe from these mails, click here: https://example.nl',
    "Don't want these mails? Unsubscribe here.",
    'Afmelden · Privacy',
  ])('of newsletters are cut: %j', async (footer) => {
    expect(await written(`Ik vraag inzage.\n\nJan\n\n${footer}`)).toBe('Ik vraag inzage.\n\nJan');
  });

  it.each([
    'Verstuurd vanaf mijn iPhone',
    'Verzonden vanuit Outlook voor iOS',
    'Verzonden vanaf mijn Samsung Galaxy-apparaat',
    'Sent from my iPad',
    'Sent from Outlook for Android',
    'Get Outlook for iOS<https://aka.ms/o0ukef>',
    'Sent with Proton Mail secure email.',
    'Virusvrij.www.avast.com',
  ])('of mail programs are cut: %j', async (line) => {
    expect(await written(`Ik vraag inzage.\n\n${line}`)).toBe('Ik vraag inzage.');
  });

  it.each([
    'Afmelden',
    'Afmelden voor de nieuwsbrief',
    'unsubscribe',
    'Afmelden | nieuwsbrief',
    'Wilt u deze nieuwsbrief niet meer ontvangen? Nee, haal dit adres van de lijst.',
    'Hallo,\n\nAfmelden voor de nieuwsbrief graag.',
    'Hallo,\n\nIk wil mij afmelden. Klik hier om u af te melden werkt niet.',
    'Dear sir,\n\nTo unsubscribe I had to click through five pages. Please remove me.',
    'Beste,\n\nDit bericht is vertrouwelijk. Ik vraag inzage.',
    'Hallo,\n\nJan Jansen - afmelden',
    'Verstuurd vanaf de camping heb ik u vorige week een brief.',
  ])('are not seen in what a person says: %j', async (text) => {
    expect(await written(text)).toBe(text);
  });

  it('below a signature separator are cut, and what stands below a signature at the top stays', async () => {
    expect(await written('Graag inzage.\n\nGroet, Jan\n-- \nJan de Vries\nafmelden\n')).toBe(
      'Graag inzage.\n\nGroet, Jan',
    );
    expect(await written('-- \nJan de Vries\n\nGraag inzage.')).toContain('Graag inzage.');
  });

  it('do not take a letter with a line in it for a signature', async () => {
    const paragraphs = Array.from({ length: 20 }, (_, index) => `Regel ${index} van mijn brief.`).join('\n');
    expect(await written(`Mijn brief.\n--\n${paragraphs}`)).toContain('Regel 19');
  });
});

describe('HTML', () => {
  it.each([
    ['<p>Ik wil niet zien <!-- afmelden -->wat hier staat', 'Ik wil niet zien wat hier staat'],
    ['Eén regel<br>twee<br><br>drie', 'Eén regel\ntwee\n\ndrie'],
    ['<pre>a\n  b</pre>', 'a\nb'],
    ['<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['<p>a<script>afmelden()</script><style>b{}</style>', 'a'],
    ['<p style="visibility: hidden">nee</p><p hidden>nee</p><p style="mso-hide:all">nee</p><p>ja</p>', 'ja'],
    ['<td style="font-size:0"><div style="font-size:13px">zichtbaar</div></td>', 'zichtbaar'],
    ['<div style="display:none">alles staat in een vak dat nooit sluit', 'alles staat in een vak dat nooit sluit'],
    ['<b>a</i></b> b</div></table>c', 'a bc'],
    ['1 &lt; 2 &amp;amp; &euro; &#8364; &#x20AC; &onzin;', '1 < 2 &amp; € € € &onzin;'],
    ['af&shy;mel&#8203;den', 'afmelden'],
    ['vraag<blockquote type="cite">weg<blockquote>ook weg</blockquote></blockquote>antwoord', 'vraag\n\nantwoord'],
    ['vraag<blockquote>weg</blockquote>', 'vraag'],
    ['vraag<blockquote style="margin:0 0 0 40px;border:none">hoort erbij</blockquote>', 'vraag\n\nhoort erbij'],
    ['vraag<blockquote style="border-left:1px solid">weg</blockquote>', 'vraag'],
    ['boven<div id="divRplyFwdMsg">Van: CT</div>onder', 'boven'],
    ['boven<div id="mail-editor-reference-message-container">Van: CT</div>onder', 'boven'],
    ['a<br>-- <br>Jan de Vries', 'a'],
  ])('%j is read as %j', async (html, text) => {
    expect(await written(html, 'text/html')).toBe(text);
  });

  it('is recognised where it is called plain text', async () => {
    expect(await written('<!DOCTYPE html><html><body><p>Graag <b>inzage</b>.</p>')).toBe('Graag inzage.');
  });
});
