import { describe, expect, it } from 'vitest';
import { formCall } from '../support/desk/gateway.ts';
import { createDesk } from '../support/desk/memory-desk.ts';
import { ACCESS, ANNA, answerFields, signIn, staffSecret, submitConfirmed } from '../support/desk/people.ts';
import { ParsedHtml } from '../views/parsed-html.ts';

describe('a form opened from the desk', () => {
  it('does its work once, however often it is pressed', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, ACCESS);
    const cookie = await signIn(desk, ANNA);
    const door = { act: 'message', caseNumber };
    const page = await desk.gateway(formCall('POST /desk/act', door, { cookie }));
    const token = new ParsedHtml(page.body).elements
      .find(({ attrs }) => attrs.some(({ name, value }) => name === 'name' && value === 'token'))
      ?.attrs.find(({ name }) => name === 'value')?.value;
    expect(token).toBeDefined();
    const press = () =>
      desk.gateway(formCall('POST /desk/decide', { token: token ?? '', text: 'Wij kijken ernaar.' }, { cookie }));
    const pages = await Promise.all([press(), press(), press()]);
    await desk.settle();
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(desk.stores.desk.texts.list().filter(({ kind }) => kind === 'message')).toHaveLength(1);
    expect(desk.mailbox.of('message')).toHaveLength(1);
  });

  it.each([
    ['nl', 'Is dit een andere tekst, dan is die niet gebruikt:'],
    ['en', 'If this text is different, it was not used:'],
  ])('gives back in %s what was written for a press too late', async (language, sentence) => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, ACCESS);
    const cookie = await signIn(desk, ANNA);
    const token = staffSecret(desk, ANNA, 'answer', caseNumber);
    const press = async (text: string) => {
      const fields = { token, ...answerFields(desk, caseNumber, '1', text), personal_data: '' };
      const call = formCall('POST /desk/decide', fields, { cookie });
      return (await desk.gateway({ ...call, query: { language } })).body;
    };
    expect(await press('Wij bewaren ze een jaar.')).not.toContain(sentence);
    const second = await press('Wij bewaren ze twee jaar.');
    expect(second).toContain(sentence);
    expect(second).toContain('Wij bewaren ze twee jaar.');
  });
});
