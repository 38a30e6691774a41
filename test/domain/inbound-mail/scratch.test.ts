import { describe, expect, it } from 'vitest';
import { createDesk } from '../../support/desk/memory-desk.ts';

const mail = (subject: string, text: string, from = 'Jan Jansen <jan@example.org>', more = '') =>
  `From: ${from}\r\nTo: support@cttelecom.nl\r\nSubject: ${subject}\r\nMessage-ID: <1@example.org>\r\n${more}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
const to = { to: ['support@desk.cttelecom.nl'], from: 'jan@example.org' };

describe('scratch', () => {
  it('plays', async () => {
    const desk = createDesk();
    console.log(await desk.receive(mail('Mijn gegevens', 'Beste mensen,\n\nIk wil graag weten welke gegevens jullie van mij hebben. En verwijder mijn oude adres.\n\nGroet, Jan'), to));
    console.log(desk.stores.desk.cases.list().map((c) => [c.caseNumber, c.status, c.parts.map((p) => p.requestType), c.inbound]));
    console.log(desk.mailbox);
    await desk.receive(mail('afmelden', ''), to);
    
    console.log(desk.stores.desk.suppressions.list());
    console.log(desk.log.lines);
  });
});
