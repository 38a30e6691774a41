import { describe, expect, it } from 'vitest';
import { filesOfPart, postToStore } from '../support/end-to-end/answer-files.ts';
import { openedCase } from '../support/end-to-end/lives.ts';
import { fileApproved, fileProposed } from '../support/end-to-end/lives-of-two.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { anna, sam, sessionOf } from '../support/end-to-end/staff.ts';
import { cases, storedCase } from '../support/end-to-end/stored.ts';
import { type Answered, press } from '../support/end-to-end/web.ts';

const locationOf = ({ headers }: Answered) => headers.get('location') ?? '';

describe('a file with an answer', () => {
  it('goes into the store, past a second person, to the requester with link and code, and to nobody else', async () => {
    const content = `name,since\n${unique('n')},2019-03-01\n`;
    const proposed = await fileProposed({ name: 'Your data', content });
    const { approvalSecret, caseNumber, collectionCode, fileId } = proposed;
    const looked = await press(
      '/desk/files/open',
      { token: approvalSecret, fileId },
      { session: await sessionOf(sam) },
    );
    expect(await (await fetch(locationOf(looked))).text()).toBe(content);
    expect((await storedCase(caseNumber)).status).toBe('open');

    const token = await fileApproved(proposed);
    const refused = await press('/collect/file', { token, collectionCode: 'AAAA-AAAA-AAAA', fileId });
    expect([refused.status, locationOf(refused)]).toStrictEqual([422, '']);
    const released = await press('/collect/file', { token, collectionCode, fileId });
    expect(released.status).toBe(303);
    expect(await (await fetch(locationOf(released))).text()).toBe(content);
    // The engine does not save under the name that the link asks for.
    const asked = new URL(locationOf(released)).searchParams;
    expect(asked.get('response-content-disposition')).toContain('Your data.csv');

    const unsigned = await fetch(locationOf(released).split('?')[0] ?? '');
    expect(unsigned.status).toBe(403);
    const types = (await cases.listEvents(caseNumber)).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith('file_'))).toStrictEqual(['file_attached', 'file_collected']);
  });

  it('is put where the desk said and nowhere else, and is nothing before it is attached', async () => {
    const { caseNumber } = await openedCase({ parts: [{ requestType: 'portability' }] });
    const files = await filesOfPart(anna, caseNumber, '1');
    const offer = await files.offer();
    const elsewhere = { ...offer, fields: { ...offer.fields, key: `files/${caseNumber}/${'A'.repeat(22)}` } };
    expect((await postToStore(elsewhere, 'a,b\n')).status).toBe(403);
    const missing = await files.attach('A'.repeat(22), 'data');
    expect(missing.status).toBe(422);
    await postToStore(offer, 'a,b\n');
    expect((await storedCase(caseNumber)).files).toStrictEqual([]);
  });
});
