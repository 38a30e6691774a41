import { describe, expect, it } from 'vitest';
import { formCall } from '../support/desk/gateway.ts';
import { createDesk } from '../support/desk/memory-desk.ts';
import { ParsedHtml } from '../views/parsed-html.ts';

const ASKED = { name: 'Mia Jansen', email: 'mia@example.org', requestType: 'access' };

async function send(fields: Readonly<Record<string, string>>) {
  const desk = createDesk();
  const reply = await desk.gateway(formCall('POST /request', { ...ASKED, ...fields }));
  await desk.settle();
  const [stored] = desk.stores.desk.cases.list();
  return { desk, reply, stored };
}

describe('the form for somebody else', () => {
  it('stores the capacity with the case and the name with its content', async () => {
    const { desk, reply, stored } = await send({ onBehalfAs: 'parent', onBehalfName: 'Tom Jansen' });
    expect(reply.status).toBe(200);
    expect(stored?.representation).toEqual({ as: 'parent', mandate: null });
    expect(JSON.stringify(stored)).not.toContain('Tom');
    expect(desk.stores.desk.contents.list().map(({ onBehalfOf }) => onBehalfOf)).toEqual(['Tom Jansen']);
  });

  it('takes what an heir asks as a question', async () => {
    const { stored } = await send({ onBehalfAs: 'heir', onBehalfName: 'Opa Jansen' });
    expect(stored?.parts.map(({ requestType }) => requestType)).toEqual(['question']);
  });

  it('is for oneself when nothing is filled in', async () => {
    const { stored } = await send({ onBehalfAs: '', onBehalfName: ' ' });
    expect(stored?.representation).toBeNull();
  });

  it('asks in which capacity when only a name was given, and keeps the name', async () => {
    const { reply, stored } = await send({ onBehalfName: 'Tom Jansen' });
    const page = new ParsedHtml(reply.body);
    expect([reply.status, stored]).toEqual([422, undefined]);
    expect(page.targets).toContain('#field-onBehalfAs');
    expect(page.text).toContain('Wie bent u van deze persoon: Dit moet u nog invullen.');
    expect(reply.body).toContain('value="Tom Jansen"');
  });
});
