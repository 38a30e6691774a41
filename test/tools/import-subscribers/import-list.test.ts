import { describe, expect, it } from 'vitest';
import { subscribersImportedSchema } from '../../../contracts/http/subscribers.ts';
import type { ImportResult, RawImportLine } from '../../../tools/desk-client/subscriber-api.ts';
import { importList, type ImportOptions } from '../../../tools/import-subscribers/import-list.ts';
import { ListError } from '../../../tools/import-subscribers/list-error.ts';
import type { RefusedLine } from '../../../tools/import-subscribers/report.ts';
import { createDesk } from '../../support/desk/memory-desk.ts';

const HEADER = 'e-mailadres;gegeven op;bron;tekst;bewijs';
const good = (name: string | number) => `p${name}@example.org;2024-03-01;website;"Ja, ik wil";map 3`;

async function* chunksOf(text: string | Buffer, size = 1000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text, 'utf8');
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** Imports a list into a desk that takes everything; tells what was sent and what was not. */
async function imported(text: string | Buffer, options: Partial<ImportOptions> = {}) {
  const sent: RawImportLine[] = [];
  const refused: RefusedLine[] = [];
  const counts = await importList({
    chunks: chunksOf(text),
    send: async (lines) => {
      sent.push(...lines);
      return lines.map(({ line }) => ({ line, outcome: 'added' as const }));
    },
    onRefused: async (line) => void refused.push(line),
    ...options,
  });
  return { counts, sent, refused, lines: sent.map(({ line }) => line) };
}

const reasons = ({ refused }: { readonly refused: readonly RefusedLine[] }) =>
  refused.map(({ line, reason }) => [line, reason]);
const list = (...lines: readonly string[]) => `${[HEADER, ...lines].join('\n')}\n`;
const many = (count: number) => list(...Array.from({ length: count }, (_, index) => good(index)));

describe('a list', () => {
  it('is sent with what each line says, and the number of the line', async () => {
    const { sent, counts } = await imported(list(good(1), 'P2@Example.org;01-07-2024 14:30;winkel;"a\nb ""c""";'));
    expect(sent).toEqual([
      {
        line: 2,
        email: 'p1@example.org',
        givenAt: '2024-02-29T23:00:00.000Z',
        source: 'website',
        wording: 'Ja, ik wil',
        proof: 'map 3',
      },
      {
        line: 3,
        email: 'P2@example.org',
        givenAt: '2024-07-01T12:30:00.000Z',
        source: 'winkel',
        wording: 'a\nb "c"',
      },
    ]);
    expect(counts).toMatchObject({ done: 2, added: 2, refused: 0 });
  });

  it('may have commas, CRLF, a byte order mark, no last line end, other columns in another order', async () => {
    const text =
      '\uFEFFnaam,Bron,E-MAIL,Given_At,wording\r\nJan,web,a@example.org,2024-03-01,"x, y\r\nz"\r\n\r\nPiet,web,b@example.org,2024-03-01,x';
    const headers: string[] = [];
    const { sent } = await imported(text, { onHeader: ({ unused }) => void headers.push(...unused) });
    expect(sent.map(({ line, email, wording }) => [line, email, wording])).toEqual([
      [2, 'a@example.org', 'x, y\nz'],
      [5, 'b@example.org', 'x'],
    ]);
    expect(headers).toEqual(['naam']);
    expect(JSON.stringify(sent)).not.toContain('Jan');
  });

  it.each([
    ['empty', '', /empty/],
    ['without its columns', 'a;b;c\n', /"email" or "e-mailadres", "given at" or "gegeven op"/],
    ['with a column twice', `${HEADER};source\n`, /Two columns/],
    ['in UTF-16', Buffer.from(`\uFEFF${HEADER}\n`, 'utf16le'), /UTF-16/],
    ['in UTF-16 without a mark', Buffer.from(`${HEADER}\n`, 'utf16le'), /UTF-16/],
    ['with Windows-1252 in its first line', Buffer.from('email;gegeven op;bron;tekst;caf\xe9\n', 'latin1'), /UTF-8/],
    ['with lines that end with CR alone', `${HEADER}\r${good(1)}\r`, /CR alone/],
    ['without an end to its first line', 'x'.repeat(70_000), /does not end/],
  ])('is refused as a whole when it is %s', async (_what, text, sentence) => {
    const failed = imported(text);
    await expect(failed).rejects.toThrow(ListError);
    await expect(failed).rejects.toThrow(sentence);
  });

  it.each([
    ['a quote within a text', 'a@example.org;2024-03-01;web;5" screen', 'csv_malformed'],
    ['text behind a closing quote', 'a@example.org;2024-03-01;web;"x"y', 'csv_malformed'],
    ['a quote that is never closed', 'a@example.org;2024-03-01;web;"never closed', 'quotes_unbalanced'],
    ['a text too long', `a@example.org;2024-03-01;web;${'x'.repeat(3000)}`, 'too_long'],
    ['a field of 200,000 characters', `a@example.org;2024-03-01;web;${'x'.repeat(200_000)}`, 'line_too_long'],
    ['NUL in a text', 'a@example.org;2024-03-01;we\u0000b;x', 'control_characters'],
    ['NUL in an address', 'a@example.org\u0000;2024-03-01;web;x', 'email_invalid'],
    ['too many columns', 'a@example.org;2024-03-01;web;x;y;z', 'too_many_columns'],
    ['a formula with quotes', '=cmd|"/c calc"!A1;2024-03-01;web;x', 'csv_malformed'],
    ['a formula for an address', '=cmd;2024-03-01;web;x', 'email_invalid'],
    ['no date', 'a@example.org;;web;x', 'given_at_missing'],
    ['an address alone', 'a@example.org', 'given_at_missing'],
    ['no address', ';2024-03-01;web;x', 'email_missing'],
    ['a day that does not exist', 'a@example.org;31-02-2024;web;x', 'given_at_invalid'],
    ['no source', 'a@example.org;2024-03-01;;x', 'source_missing'],
    ['no wording', 'a@example.org;2024-03-01;web;', 'wording_missing'],
  ])('loses one line to %s and no other', async (_what, poison, reason) => {
    const result = await imported(
      list(good(1), poison, good(2), good(3), '"p4@example.org";2024-03-01;"w";"a\nb"', good(5)),
    );
    expect(reasons(result)).toEqual([[3, reason]]);
    expect(result.lines).toEqual([2, 4, 5, 6, 8]);
  });

  it('loses the lines that are not UTF-8 and no other', async () => {
    const text = Buffer.concat([
      Buffer.from(list(good(1))),
      Buffer.from('a@example.org;2024-03-01;caf\xe9;x\n', 'latin1'),
      Buffer.from(`${good('é'.length)}2\n`.replace('p1', 'p9')),
    ]);
    expect(reasons(await imported(text))).toEqual([[3, 'not_utf8']]);
  });

  it('finds its way back after many quotes that are never closed', async () => {
    const poison = Array.from({ length: 200 }, (_, index) => `x${index}@example.org;2024-03-01;web;"open`);
    const result = await imported(list(...poison, ...Array.from({ length: 60 }, (_, index) => good(index))));
    expect(result.counts).toMatchObject({ added: 60, refused: 200 });
  });

  it('tells the duplicates of earlier lines, however they are written, and sends them once', async () => {
    const result = await imported(list(good(1), 'P1@EXAMPLE.ORG;2024-04-01;winkel;x', 'p1@example.org;;;'));
    expect(result.refused).toEqual([
      { line: 3, reason: 'duplicate', sameAs: 2 },
      { line: 4, reason: 'given_at_missing' },
    ]);
    expect(result.counts).toMatchObject({ added: 1, duplicate: 1, refused: 1 });
  });

  it('is the same to the byte however it is cut into chunks', async () => {
    const text = list(good(1), 'é@example.org;x;y;z', good('ë'), '"q@example.org";2024-03-01;"ü";"é\né"');
    const whole = await imported(text, { chunks: chunksOf(text, 10_000) });
    for (const size of [1, 2, 3, 7]) expect(await imported(text, { chunks: chunksOf(text, size) })).toEqual(whole);
  });
});

describe('the calls of an import', () => {
  it('hold 25 lines at most, less than a body may have, and four are under way at most', async () => {
    let underWay = 0;
    const most = { underWay: 0, lines: 0, bytes: 0 };
    const wording = 'é'.repeat(1990);
    const text = list(...Array.from({ length: 300 }, (_, index) => `p${index}@example.org;2024-03-01;web;${wording}`));
    await imported(text + many(300).slice(HEADER.length + 1), {
      send: async (lines) => {
        underWay += 1;
        most.underWay = Math.max(most.underWay, underWay);
        most.lines = Math.max(most.lines, lines.length);
        most.bytes = Math.max(most.bytes, Buffer.byteLength(JSON.stringify({ dryRun: true, lines })));
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
        return lines.map(({ line }) => ({ line, outcome: 'unchanged' as const }));
      },
    });
    expect(most.underWay).toBeLessThanOrEqual(4);
    expect(most.underWay).toBeGreaterThan(1);
    expect(most.lines).toBeLessThanOrEqual(25);
    expect(most.bytes).toBeLessThan(65_536);
  });

  it('may answer in any order: the report is in that of the list', async () => {
    const delays = [30, 20, 10, 0];
    const result = await imported(many(100).replace(good(30), 'none;2024-03-01;web;x'), {
      send: async (lines) => {
        await new Promise((resolve) => setTimeout(resolve, delays.pop() ?? 0));
        return lines.map(({ line }) => ({ line, outcome: 'refused' as const, code: 'suppressed' as const }));
      },
    });
    const told = result.refused.map(({ line }) => line);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(result.counts).toMatchObject({ done: 100, refused: 100, added: 0 });
  });

  it('stop with the first that fails, and what came before is told', async () => {
    const done: number[] = [];
    let calls = 0;
    const failed = imported(many(500), {
      onProgress: (counts) => void done.push(counts.done),
      send: async (lines) => {
        calls += 1;
        if (calls === 3) throw new RangeError('gone');
        return lines.map(({ line }) => ({ line, outcome: 'added' as const }));
      },
    });
    await expect(failed).rejects.toThrow('gone');
    expect(done).toEqual([25, 50]);
    expect(calls).toBeLessThan(8);
  });

  it('end behind those under way when a person says so', async () => {
    const stop = new AbortController();
    const result = await imported(many(1000), { signal: stop.signal, onProgress: () => stop.abort() });
    expect(result.counts.done).toBeLessThan(200);
    expect(result.counts.done).toBe(result.sent.length);
  });
});

describe('an import into a desk', () => {
  it('answers dry as it does wet, and the second time changes nothing', async () => {
    const desk = createDesk();
    const send =
      (dryRun: boolean) =>
      async (lines: readonly RawImportLine[]): Promise<readonly ImportResult[]> => {
        const reply = await desk.gateway({
          route: 'POST /api/topics/{topic}/imports',
          pathParameters: { topic: 'nieuwsbrief' },
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ dryRun, lines }),
        });
        return subscribersImportedSchema.parse(JSON.parse(reply.body)).results;
      };
    const text = list(good(1), good(2), 'x;y;z;q', good(1), 'p3@example.org;2999-01-01;web;x', good(4));
    const dry = await imported(text, { send: send(true) });
    expect(desk.stores.desk.lists.list()).toEqual([]);
    const wet = await imported(text, { send: send(false) });
    expect([wet.counts, wet.refused]).toEqual([dry.counts, dry.refused]);
    expect(wet.counts).toMatchObject({ added: 3, duplicate: 1, refused: 2, done: 6 });
    const again = await imported(text, { send: send(false) });
    expect(again.counts).toMatchObject({ added: 0, unchanged: 3, refused: 2 });
    expect(desk.stores.desk.consentEvents.list()).toHaveLength(3);
  });
});

describe('a list of 100,000 lines of which some are poison', () => {
  const poisons = [
    '"open',
    `a@example.org;2024-03-01;web;${'x'.repeat(100_000)}`,
    'a\u0000@example.org;2024-03-01;web;x',
    '=cmd;2024-03-01;web;x',
    'a@example.org;2024-03-01;web;"x"y',
  ];

  async function* hundredThousand(): AsyncGenerator<Uint8Array> {
    let text = `${HEADER}\n`;
    for (let index = 0; index < 100_000; index += 1) {
      const poison = index % 1000 === 0 ? poisons[(index / 1000) % poisons.length] : undefined;
      text += `${poison ?? `p${index}@example.org;2024-03-01;website;Ja;`}\n`;
      if (text.length < 65_536) continue;
      yield Buffer.from(text);
      text = '';
    }
    yield Buffer.from(text);
  }

  it('is taken in but for these', { timeout: 180_000 }, async () => {
    let sent = 0;
    let told = 0;
    const { counts } = await imported('', {
      chunks: hundredThousand(),
      send: async (lines) => {
        sent += lines.length;
        return lines.map(({ line }) => ({ line, outcome: 'added' as const }));
      },
      onRefused: async () => void (told += 1),
    });
    expect(counts).toMatchObject({ done: 100_000, added: 99_900, refused: 100, duplicate: 0 });
    expect([sent, told]).toEqual([99_900, 100]);
    expect(Object.fromEntries(counts.byReason)).toEqual({
      quotes_unbalanced: 20,
      line_too_long: 20,
      email_invalid: 40,
      csv_malformed: 20,
    });
  });
});
