import { describe, expect, it } from 'vitest';
import { formCall } from '../support/desk/gateway.ts';
import { createDesk } from '../support/desk/memory-desk.ts';
import { ACCESS, ANNA, signIn, submitConfirmed } from '../support/desk/people.ts';
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
});
