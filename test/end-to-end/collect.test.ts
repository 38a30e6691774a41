import { beforeAll, describe, expect, it } from 'vitest';
import { deskKeys } from '../../adapters/dynamodb/keys.ts';
import { tokenHash } from '../../domain/desk/action-token.ts';
import { wordsOf } from '../../tools/desk-client/browser.ts';
import { answeredCase } from '../support/end-to-end/lives.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { rewrite, storedCase } from '../support/end-to-end/stored.ts';
import { call, press } from '../support/end-to-end/web.ts';

const WRONG_CODE = '0000-0000-0000';
const ANSWER = unique('answer-');
type Answered = Awaited<ReturnType<typeof answeredCase>>;
let life: Answered;

beforeAll(async () => {
  life = await answeredCase({}, `We hold this: ${ANSWER}`);
});

const collect = (token: string, collectionCode: string) => press('/collect', { token, collectionCode });

describe('collecting an answer', () => {
  it('with the link alone opens nothing', async () => {
    const page = await collect(life.collectSecret, '');
    expect(page.status).toBe(422);
    expect(page.text).not.toContain(ANSWER);
  });

  it('with the code alone opens nothing', async () => {
    const page = await collect('A'.repeat(43), life.collectionCode);
    expect(page.status).toBe(404);
    expect(page.text).not.toContain(ANSWER);
  });

  it('with the code of another case opens nothing', async () => {
    const other = await answeredCase();
    const page = await collect(life.collectSecret, other.collectionCode);
    expect(page.status).toBe(422);
    expect(wordsOf(page.text)).toContain('This collection code is wrong.');
    expect(page.text).not.toContain(ANSWER);
  });

  it('by opening the link gives nothing away and is not noted', async () => {
    await call(`/collect?language=en&token=${life.collectSecret}&collectionCode=${life.collectionCode}`);
    expect(await storedCase(life.caseNumber)).toMatchObject({ collectedAt: null });
  });

  it('with both shows the answer, and notes when it was collected first', async () => {
    const page = await collect(life.collectSecret, life.collectionCode);
    expect(page.status).toBe(200);
    expect(wordsOf(page.text)).toContain(`We hold this: ${ANSWER}`);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const stored = await storedCase(life.caseNumber);
    expect(stored).toMatchObject({ collectedAt: expect.any(String) });
    await collect(life.collectSecret, life.collectionCode);
    expect(await storedCase(life.caseNumber)).toStrictEqual(stored);
  });

  it('takes the code in small letters, without dashes and with blanks', async () => {
    const { collectSecret, collectionCode } = await answeredCase({}, 'Typed freely.');
    const typed = ` ${collectionCode.toLowerCase().replaceAll('-', ' ')} `;
    expect(wordsOf((await collect(collectSecret, typed)).text)).toContain('Typed freely.');
  });

  it('is closed for a while after five wrong codes, also to the right one', async () => {
    const { collectSecret, collectionCode, caseNumber } = await answeredCase();
    const statuses: number[] = [];
    for (let tries = 0; tries < 5; tries += 1) statuses.push((await collect(collectSecret, WRONG_CODE)).status);
    expect(statuses).toStrictEqual([422, 422, 422, 422, 422]);
    const page = await collect(collectSecret, collectionCode);
    expect(page.status).toBe(429);
    expect(wordsOf(page.text)).toContain('Try again later');
    expect(await storedCase(caseNumber)).toMatchObject({ collectedAt: null });
  });

  it('cannot be guessed by many at once either', async () => {
    const { collectSecret } = await answeredCase();
    const pages = await Promise.all(Array.from({ length: 20 }, () => collect(collectSecret, WRONG_CODE)));
    const statuses = pages.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  it('does not work with a link that has expired', async () => {
    const { collectSecret, collectionCode } = await answeredCase();
    await rewrite(deskKeys.token(tokenHash(collectSecret)), { expiresAt: '2026-01-01T00:00:00.000Z' });
    expect((await collect(collectSecret, collectionCode)).status).toBe(410);
  });

  it.each(['/confirm', '/desk/act', '/desk/sign-in', '/desk/decide'])('is no key to %s', async (path) => {
    const page = await press(path, { token: life.collectSecret, text: 'x' });
    expect(page.status).toBe(404);
    expect(page.text).not.toContain(life.caseNumber);
  });
});
