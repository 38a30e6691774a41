import { describe, expect, it } from 'vitest';
import { createDesk } from '../support/desk/memory-desk.ts';
import { answer, ANNA, collect, submitConfirmed, take } from '../support/desk/people.ts';

describe('a life', () => {
  it('works', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk);
    expect((await take(desk, ANNA, caseNumber)).status).toBe(200);
    await desk.runFor({ hours: 24 * 20 });
    expect((await answer(desk, ANNA, caseNumber)).status).toBe(200);
    expect((await collect(desk, caseNumber, collectionCode)).body).toContain('Dit is het antwoord');
    await desk.runFor({ hours: 24 * 60 });
    console.warn(desk.mailbox.sent.map((m) => `${m.at} ${m.to} ${m.words.subject}`).join('\n'));
    console.warn([...desk.clocks.executions.values()].map((e) => `${e.name} ${e.status} ${e.historyEvents} ${e.path.join(' > ')}`));
  });
});
