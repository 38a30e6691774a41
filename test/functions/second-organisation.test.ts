import { describe, expect, it } from 'vitest';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { harbourEnergy } from '../../infra/organisations/harbour-energy.ts';
import { writtenMail } from '../support/desk/incoming-mail.ts';
import { createDesk } from '../support/desk/memory-desk.ts';
import { answer, submitConfirmed, take } from '../support/desk/people.ts';

const start = '2026-03-03T09:00:00Z';
const deskOfHarbour = () => createDesk({ organisation: harbourEnergy, start });
const maria = harbourEnergy.staff.find(({ role }) => role === 'handler');

describe('a desk of another organisation', () => {
  it.each([
    ['whoever names no language', {}, 'en', 'Your data, your questions'],
    ['a browser that asks for Dutch', { 'accept-language': 'nl-NL,nl;q=0.9' }, 'nl', 'Uw gegevens, uw vragen'],
  ])('speaks its own first language to %s', async (_who, headers, language, title) => {
    const { body } = await deskOfHarbour().gateway({ route: 'GET /', headers });
    expect(body).toContain(`<html lang="${language}"`);
    expect(body).toContain(title);
    expect(body).toContain('Harbour Energy');
  });

  it.each([harbourEnergy, ctTelecom])('hands out the logo of $brandName', async (organisation) => {
    const desk = createDesk({ organisation });
    const { status, headers, body } = await desk.gateway({
      route: 'GET /assets/{name}',
      pathParameters: { name: 'logo.svg' },
    });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toBe(organisation.look.logo);
  });

  it('has nothing to hand out without a logo', async () => {
    const desk = createDesk({ organisation: { ...harbourEnergy, look: { ...harbourEnergy.look, logo: null } } });
    const reply = await desk.gateway({ route: 'GET /assets/{name}', pathParameters: { name: 'logo.svg' } });
    expect(reply.status).toBe(404);
  });

  it('plays a case to its end with its own staff, in its own holidays and colours', async () => {
    if (maria === undefined) throw new Error('there is a handler');
    const desk = deskOfHarbour();
    const { caseNumber, promisedDate } = await submitConfirmed(desk, {
      language: 'en',
      requester: { name: 'Grace Attard', email: 'grace@example.org' },
      parts: [{ requestType: 'question', text: 'How long do you keep readings?' }],
    });
    expect(promisedDate).toBe('2026-03-31');
    await take(desk, maria, caseNumber);
    // Freedom Day is the promise, so the day before is the last working day; one before that it is called out.
    await desk.runTo('2026-03-27T08:30:00Z');
    const { words } = desk.mailbox.last('staff_step', maria.email);
    expect(words.subject).toBe(`[1 WORKING DAY LEFT] ${caseNumber} question`);
    await answer(desk, maria, caseNumber);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
    const mails = desk.mailbox.sent.filter(({ to }) => to === 'grace@example.org');
    expect(mails.length).toBeGreaterThan(2);
    for (const { words } of mails) {
      expect(words.text).toContain('Harbour Energy Co-operative Limited');
      expect(words.html).toContain(harbourEnergy.look.accentColour);
    }
  });

  it('answers a mail of no telling language in its first one', async () => {
    const desk = deskOfHarbour();
    const raw = writtenMail({ from: 'grace@example.org', subject: 'GDPR', text: 'Data export GDPR art. 15' });
    await desk.receive(raw, { to: ['privacy@desk.harbour-energy.example'], from: 'grace@example.org' });
    expect(desk.stores.desk.cases.list().map(({ language }) => language)).toEqual(['en']);
  });
});
