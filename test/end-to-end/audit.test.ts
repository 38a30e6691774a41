import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../domain/cases/case-events.ts';
import { wordsOf } from '../../tools/desk-client/browser.ts';
import { answeredCase } from '../support/end-to-end/lives.ts';
import { auditHead, cases, storedCase } from '../support/end-to-end/stored.ts';
import { press } from '../support/end-to-end/web.ts';

describe('the audit trail of a finished case', () => {
  it('tells its whole life, and is whole up to the head the ledger keeps', async () => {
    const life = await answeredCase({
      parts: [{ requestType: 'access' }, { requestType: 'complaint', text: 'Late.' }],
    });
    const { caseNumber, collectSecret, collectionCode } = life;
    const page = await press('/collect', { token: collectSecret, collectionCode });
    expect(wordsOf(page.text)).toContain('Our answer');

    const events = await cases.listEvents(caseNumber);
    const head = await auditHead(caseNumber);
    expect(verifyChain(events, head)).toBeUndefined();
    expect((await storedCase(caseNumber)).lastEvent).toStrictEqual(head);
    expect(events.map(({ type }) => type)).toStrictEqual([
      'request_received',
      'request_confirmed',
      'identity_recorded',
      'case_taken',
      'part_decided',
      'part_decided',
      'case_closed',
      'answer_collected',
    ]);
  });

  it('shows what was changed, taken out or cut off', async () => {
    const { caseNumber } = await answeredCase();
    const events = await cases.listEvents(caseNumber);
    const head = await auditHead(caseNumber);
    const [first, second, ...rest] = events;
    if (first === undefined || second === undefined) throw new Error('a life has events');
    const changed = [first, { ...second, actor: { kind: 'desk' as const } }, ...rest];
    expect(verifyChain(changed, head)).toMatchObject({ sequence: 2, fault: 'changed' });
    expect(verifyChain([first, ...rest], head)).toMatchObject({ sequence: 2, fault: 'missing' });
    expect(verifyChain(events.slice(0, -1), head)).toMatchObject({ fault: 'truncated' });
  });
});
