import { describe, expect, it } from 'vitest';
import { createExecutions } from '../../tools/desk-client/executions.ts';
import { waitFor } from '../../tools/desk-client/wait.ts';
import { mailsTo } from '../support/end-to-end/mailbox.ts';
import { outboxRows } from '../support/end-to-end/outbox-rows.ts';
import { aRequest, postRequest, submitAtPace, unique } from '../support/end-to-end/requests.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { everyStaffAddress } from '../support/end-to-end/staff.ts';
import { storedCase } from '../support/end-to-end/stored.ts';

const executions = createExecutions(desk);
const askFor = (email: string) => submitAtPace(aRequest({ requester: { name: 'Somebody', email } }));

/** The first mail of a case has left, or was held back. */
const settled = (caseNumber: string) =>
  waitFor(`the outbox of ${caseNumber}`, 60, async () => {
    const outcomes = (await outboxRows(caseNumber)).map((row) => row['outcome']);
    return outcomes.length === 0 || outcomes.includes(null) ? undefined : outcomes;
  });

/** An answer without its values. */
const shape = ({ text }: { readonly text: string }) => text.replaceAll(/"[^"]*"(?=[,}])/g, '""');
const names = (headers: Headers) => [...headers.keys()].toSorted();

describe('somebody who types in the address of another', () => {
  it('again and again makes the desk send that address three mails a day, and no more', async () => {
    const local = unique('victim.');
    const spellings = [
      `${local}@example.com`,
      `${local}@EXAMPLE.com`,
      ` ${local}@Example.Com `,
      `${local}@example.com`,
      `${local}@example.com`,
      `${local}@example.com`,
    ];
    const outcomes: unknown[] = [];
    for (const email of spellings) {
      const { caseNumber } = await askFor(email);
      outcomes.push(...(await settled(caseNumber)));
      // Held back is the mail, never the request: it counts from its receipt.
      expect((await storedCase(caseNumber)).status).toBe('unconfirmed');
    }
    expect(outcomes).toStrictEqual(['sent', 'sent', 'sent', 'capped', 'capped', 'capped']);
    expect(await mailsTo(`${local}@example.com`)).toHaveLength(3);
  });

  it('causes no mail to staff and no execution', async () => {
    const { caseNumber } = await askFor(`${unique('victim.')}@example.com`);
    await settled(caseNumber);
    expect(await executions.of(caseNumber)).toStrictEqual([]);
    for (const address of everyStaffAddress) {
      const mails = await mailsTo(address);
      expect(mails.filter(({ text }) => text.includes(caseNumber))).toStrictEqual([]);
    }
  });

  it('learns nothing: whoever asked before gets the same answer as whoever never did', async () => {
    const known = `${unique('known.')}@example.com`;
    await askFor(known);
    const again = await postRequest(JSON.stringify(aRequest({ requester: { name: 'x', email: known } })));
    const fresh = await postRequest(
      JSON.stringify(aRequest({ requester: { name: 'x', email: `${unique('new.')}@example.com` } })),
    );
    expect([again.status, shape(again)]).toStrictEqual([fresh.status, shape(fresh)]);
    expect(names(again.headers)).toStrictEqual(names(fresh.headers));
  });
});
