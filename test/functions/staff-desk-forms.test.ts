import { describe, expect, it } from 'vitest';
import { formCall } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  ACCESS,
  ANNA,
  answerFields,
  collect,
  decide,
  decideOnDesk,
  OFFICER,
  QUESTION,
  SAM,
  signIn,
  staffSecret,
  submit,
  submitConfirmed,
} from '../support/desk/people.ts';

const ERASURE = { ...ACCESS, parts: [{ requestType: 'erasure', text: 'Alles weg' }] } as const;
const KEPT = { ground: 'tax_law', keptCategory1: 'payment', keptUntil1: '2034-01-01' } as const;

/** A partial refusal of part 1 with all that it needs, or without one of these. */
function refusal(desk: Desk, caseNumber: string, without: string | null = null): Readonly<Record<string, string>> {
  const fields = {
    ...answerFields(desk, caseNumber, '1', 'Wij hebben uw account verwijderd.'),
    ...KEPT,
    outcome: 'partly_granted',
    scope: 'Uw rekeningen verwijderen wij niet.',
    facts: 'U kreeg rekeningen in 2026.',
  };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== without));
}

describe('the form of an answer', () => {
  it('starts from a draft and asks for the outcomes of its type only', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, ERASURE);
    const token = staffSecret(desk, ANNA, 'answer', caseNumber);
    const cookie = await signIn(desk, ANNA);
    const page = await desk.gateway(formCall('POST /desk/act', { token }, { cookie }));
    expect(page.body).toContain('Jan de Vries,');
    expect(page.body).toContain('<option value="nothing_held"');
    expect(page.body).not.toContain('<option value="answered"');
    expect(page.body).toContain('<option value="tax_law"');
    expect(page.body).not.toContain('<option value="gdpr_18_1_no_case"');
  });

  it('shows the letter before sending, with everything still filled in, and stores nothing', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, ERASURE);
    const before = desk.caseOf(caseNumber);
    const token = staffSecret(desk, ANNA, 'answer', caseNumber);
    const cookie = await signIn(desk, ANNA);
    const call = formCall('POST /desk/decide', { token, ...refusal(desk, caseNumber) }, { cookie });
    const page = await desk.gateway({ ...call, query: { language: 'nl', preview: '1' } });
    expect(page.status).toBe(200);
    const [, preview = ''] = /id="preview"[^>]*>(.*?)<\/section>/s.exec(page.body) ?? [];
    for (const part of [
      'Wij hebben uw account verwijderd.',
      'Uw rekeningen',
      'rekeningen in 2026',
      'Postbus 93374',
      'verzoekschrift',
    ]) {
      expect(preview).toContain(part);
    }
    expect(page.body).toContain('Uw rekeningen verwijderen wij niet.</textarea');
    expect(page.body).toContain('value="2034-01-01"');
    expect(desk.caseOf(caseNumber)).toEqual(before);
  });

  it.each([
    ['scope', 'Schrijf wat u precies afwijst.'],
    ['facts', 'Schrijf de feiten van deze zaak.'],
    ['ground', 'Kies eerst een grond.'],
    ['keptUntil1', 'Dit kunnen wij niet bewaren.'],
    ['content_backups', 'Vink elk punt van de lijst aan'],
  ])('refuses a refusal without %s, says why, and keeps what was typed', async (field, sentence) => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, ERASURE);
    const page = await decide(desk, ANNA, 'answer', caseNumber, refusal(desk, caseNumber, field));
    expect(page.status).toBe(422);
    expect(page.body).toContain(sentence);
    expect(page.body).toContain('Wij hebben uw account verwijderd.</textarea');
    expect(desk.caseOf(caseNumber)).toMatchObject({ status: 'open', proposals: [] });
  });

  it('takes an explanation for what is not in the answer', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, ERASURE);
    const fields = { ...refusal(desk, caseNumber, 'content_backups'), explain_backups: 'Er zijn geen reservekopieën.' };
    expect((await decide(desk, ANNA, 'answer', caseNumber, fields)).status).toBe(200);
  });

  it('refuses what stands between square brackets still', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, QUESTION);
    const page = await decide(desk, ANNA, 'answer', caseNumber, answerFields(desk, caseNumber, '1', 'Op [datum].'));
    expect(page.status).toBe(422);
    expect(page.body).toContain('vierkante haken');
  });

  it('needs no outcome where a type has only one', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, QUESTION);
    const { outcome: _outcome, ...fields } = answerFields(desk, caseNumber);
    expect((await decide(desk, ANNA, 'answer', caseNumber, fields)).status).toBe(200);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
  });
});

describe('the form in another language', () => {
  it('keeps what was typed, and stores and uses up nothing', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, ERASURE);
    const before = desk.caseOf(caseNumber);
    const token = staffSecret(desk, ANNA, 'answer', caseNumber);
    const cookie = await signIn(desk, ANNA);
    const typed = { token, ...refusal(desk, caseNumber) };
    const redraw = formCall('POST /desk/decide', { ...typed, redraw: 'en' }, { cookie });
    const page = await desk.gateway({ ...redraw, query: { language: 'en' } });
    expect(page.status).toBe(200);
    expect(page.body).toContain('<html lang="en">');
    expect(page.body).toContain('Uw rekeningen verwijderen wij niet.</textarea');
    expect(page.body).toContain('value="2034-01-01"');
    expect(page.body).not.toContain('error-summary');
    expect(desk.caseOf(caseNumber)).toEqual(before);
    expect((await desk.gateway(formCall('POST /desk/decide', typed, { cookie }))).status).toBe(200);
    expect(desk.caseOf(caseNumber).proposals).toHaveLength(1);
  });

  it('is given to whoever may see the case only', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, ERASURE);
    const token = staffSecret(desk, ANNA, 'answer', caseNumber);
    const page = await desk.gateway(formCall('POST /desk/decide', { token, redraw: 'en' }, {}));
    expect(page.body).not.toContain('Jan de Vries');
  });
});

describe('the second person', () => {
  it('sees the whole proposal, and may not be who made it', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk, ERASURE);
    const proposed = await decide(desk, ANNA, 'answer', caseNumber, refusal(desk, caseNumber));
    expect(proposed.body).toContain('wacht op goedkeuring door een tweede persoon');
    const [proposal] = desk.caseOf(caseNumber).proposals;
    const on = proposal?.proposalId ?? '';
    const own = await decideOnDesk(desk, ANNA, 'approve', caseNumber, { decision: 'approve' }, on);
    expect(own.status).toBe(422);
    expect(own.body).toContain('Iemand anders moet dit goedkeuren.');

    const cookie = await signIn(desk, OFFICER);
    const page = await desk.gateway(formCall('POST /desk/act', { act: 'approve', caseNumber, on }, { cookie }));
    for (const part of [
      'Belastingwet',
      'Uw rekeningen',
      'rekeningen in 2026',
      'Postbus 93374',
      'zondag 1 januari 2034',
      'Anna de Wit',
    ]) {
      expect(page.body).toContain(part);
    }
    const approved = await decideOnDesk(desk, OFFICER, 'approve', caseNumber, { decision: 'approve' }, on);
    expect(approved.status).toBe(200);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
    expect((await collect(desk, caseNumber, collectionCode)).body).toContain('Wij hebben uw account verwijderd.');
  });

  it('sends it back with a reason only, and an empty reason is asked for', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, ERASURE);
    await decide(desk, ANNA, 'answer', caseNumber, refusal(desk, caseNumber));
    const on = desk.caseOf(caseNumber).proposals[0]?.proposalId ?? '';
    const empty = await decideOnDesk(desk, OFFICER, 'approve', caseNumber, { decision: 'send_back' }, on);
    expect(empty.status).toBe(422);
    expect(empty.body).toContain('Schrijf eerst de reden.');
    await decideOnDesk(desk, OFFICER, 'approve', caseNumber, { decision: 'send_back', note: 'Welke jaren?' }, on);
    expect(desk.caseOf(caseNumber)).toMatchObject({ status: 'open', proposals: [] });
  });
});

describe('an extension that comes too late', () => {
  it('says until when it was possible', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await desk.runTo('2026-04-01T09:00:00Z');
    const fields = { ground: 'complexity', facts: 'Er zijn veel dossiers.', until: '2026-05-29' };
    const handler = await decideOnDesk(desk, ANNA, 'extend', caseNumber, fields);
    expect(handler.status).toBe(422);
    expect(handler.body).toContain('Alleen de privacy officer kan nog verlengen.');
    expect(handler.body).toContain('Verlengen kon tot en met maandag 30 maart 2026.');
    expect(handler.body).toContain('Er zijn veel dossiers.</textarea');
    await desk.runTo('2026-04-03T09:00:00Z');
    const officer = await decideOnDesk(desk, OFFICER, 'extend', caseNumber, fields);
    expect(officer.body).toContain('Verlengen kon tot en met donderdag 2 april 2026.');
  });
});

describe('the door from the desk', () => {
  it('opens in a session only, and from the desk’s own pages only', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const fields = { act: 'take', caseNumber };
    const outside = await desk.gateway(formCall('POST /desk/decide', fields));
    expect(outside.body).toContain('name="email"');
    // What was sent comes back, and nothing else of the case.
    expect(outside.body.split(caseNumber)).toHaveLength(2);
    for (const word of ['Vries', 'jan@example.org']) expect(outside.body).not.toContain(word);
    const cookie = await signIn(desk, ANNA);
    const foreign = formCall('POST /desk/decide', fields, { cookie, 'sec-fetch-site': 'cross-site' });
    expect((await desk.gateway(foreign)).status).toBe(403);
    expect(desk.caseOf(caseNumber)).toMatchObject({ assignee: null });
    const page = await desk.gateway(formCall('POST /desk/decide', fields, { cookie }));
    expect(page.body).toContain(`/desk/cases/${caseNumber}?language=nl`);
    expect(page.body).toContain('/desk?language=nl');
    expect(desk.caseOf(caseNumber)).toMatchObject({ assignee: { staffId: ANNA.staffId } });
  });

  it('opens no case of a colleague to a handler', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await decideOnDesk(desk, ANNA, 'take', caseNumber);
    const cookie = await signIn(desk, SAM);
    const page = await desk.gateway(formCall('POST /desk/act', { act: 'message', caseNumber }, { cookie }));
    expect(page.status).toBe(404);
    expect(page.body).not.toContain('Jan de Vries');
  });

  it('tells the case from the one to link it with', async () => {
    const desk = createDesk();
    const [one, other] = [await submitConfirmed(desk), await submitConfirmed(desk)];
    const fields = { caseNumber: other.caseNumber };
    const page = await decideOnDesk(desk, OFFICER, 'link_case', one.caseNumber, fields);
    expect(page.status).toBe(200);
    expect(desk.caseOf(one.caseNumber).linkedCases).toEqual([other.caseNumber]);
  });

  it('refuses an action nobody knows', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk);
    const cookie = await signIn(desk, ANNA);
    const page = await desk.gateway(formCall('POST /desk/decide', { act: 'explode', caseNumber }, { cookie }));
    expect(page.status).toBe(404);
  });
});
