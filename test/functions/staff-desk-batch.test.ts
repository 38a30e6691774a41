import { describe, expect, it } from 'vitest';
import { formCall } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import { ParsedHtml } from '../views/parsed-html.ts';
import { ACCESS, ANNA, answerFields, collect, QUESTION, signIn, submitConfirmed } from '../support/desk/people.ts';

async function answerBatch(desk: Desk, caseNumbers: readonly string[], fields: Readonly<Record<string, string>>) {
  const ticked = Object.fromEntries(caseNumbers.map((caseNumber) => [`case_${caseNumber}`, 'on']));
  const all = { requestType: 'question', ...ticked, ...fields };
  const reply = await desk.gateway(formCall('POST /desk/batch', all, { cookie: await signIn(desk, ANNA) }));
  await desk.settle();
  return reply;
}

describe('one answer to many cases', () => {
  it('answers every ticked case of the type, and tells what became of each', async () => {
    const desk = createDesk();
    const [one, two] = [await submitConfirmed(desk, QUESTION), await submitConfirmed(desk, QUESTION)];
    const access = await submitConfirmed(desk, ACCESS);
    const fields = answerFields(desk, one.caseNumber, '1', 'Wij bewaren rekeningen zeven jaar.');
    const page = await answerBatch(desk, [one.caseNumber, two.caseNumber, access.caseNumber], fields);
    expect(page.status).toBe(200);
    expect(page.body.match(/Niet beantwoord\. Zoals de zaak nu is/g)).toHaveLength(1);
    const statuses = [one, two, access].map(({ caseNumber }) => desk.caseOf(caseNumber).status);
    expect(statuses).toEqual(['closed', 'closed', 'open']);
    expect((await collect(desk, two.caseNumber, two.collectionCode)).body).toContain('Wij bewaren rekeningen');
  });

  it.each([
    ['no case', [], {}, 'Vul dit nog in.'],
    ['a gap in the text', null, { text: 'Op [datum].' }, 'vierkante haken'],
    ['something missing', null, { content_authority: '' }, 'Vink elk punt van de lijst aan'],
  ] as const)('is refused with %s, and keeps what was typed', async (_what, numbers, changed, sentence) => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, QUESTION);
    const fields: Readonly<Record<string, string>> = {
      ...answerFields(desk, caseNumber, '1', 'Wij bewaren ze.'),
      ...changed,
    };
    const page = await answerBatch(desk, numbers ?? [caseNumber], fields);
    expect(page.status).toBe(422);
    expect(page.body).toContain(sentence);
    expect(page.body).toContain(`${fields['text'] ?? ''}</textarea`);
    expect(desk.caseOf(caseNumber).status).toBe('open');
  });

  it('keeps what was ticked, though more cases come first than it shows', async () => {
    const desk = createDesk();
    const headers = { cookie: await signIn(desk, ANNA) };
    const caseNumbers: string[] = [];
    for (let count = 0; count < 51; count += 1) {
      const requester = { ...QUESTION.requester, email: `jan${count}@example.org` };
      caseNumbers.push((await submitConfirmed(desk, { ...QUESTION, requester })).caseNumber);
    }
    const query = { language: 'nl', type: 'question' };
    const { body } = await desk.gateway({ route: 'GET /desk/batch', headers, query });
    expect(body).toContain('Er is nog 1 zaak');
    const last = caseNumbers.find((caseNumber) => !body.includes(`case_${caseNumber}`)) ?? '';
    const again = await answerBatch(desk, [last], { text: '' });
    expect(again.status).toBe(422);
    const box = new ParsedHtml(again.body).elements.find(({ attrs }) =>
      attrs.some(({ name, value }) => name === 'name' && value === `case_${last}`),
    );
    expect(box?.attrs.map(({ name }) => name)).toContain('checked');
    expect(again.body).not.toContain('Er is nog 1 zaak');
  });

  it.each(['access', 'nonsense'])('is not there for %s', async (type) => {
    const desk = createDesk();
    const headers = { cookie: await signIn(desk, ANNA) };
    expect((await desk.gateway({ route: 'GET /desk/batch', headers, query: { type } })).status).toBe(404);
  });

  it('is led to from the overview of a type, and needs a session', async () => {
    const desk = createDesk();
    await submitConfirmed(desk, QUESTION);
    const { caseNumber } = await submitConfirmed(desk, QUESTION);
    const headers = { cookie: await signIn(desk, ANNA) };
    const query = { language: 'nl', type: 'question' };
    expect((await desk.gateway({ route: 'GET /desk', headers, query })).body).toContain('/desk/batch?language=nl&');
    expect((await desk.gateway({ route: 'GET /desk/batch', headers, query })).body).toContain(`case_${caseNumber}`);
    expect((await desk.gateway({ route: 'GET /desk/batch', query })).body).not.toContain(caseNumber);
  });
});
