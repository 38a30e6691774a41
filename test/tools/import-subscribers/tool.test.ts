import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { importBodySchema } from '../../../contracts/http/subscribers.ts';

const TOOL = join(import.meta.dirname, '..', '..', '..', 'tools', 'import-subscribers.ts');
const HEADER = 'email;given at;source;wording';

type Body = ReturnType<typeof importBodySchema.parse>;

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'desk-import-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A desk's address that answers imports as it is told to, with the file that leads to it. */
async function createFakeDesk(answer: (response: ServerResponse, body: Body) => void) {
  const calls: { readonly path: string | undefined; readonly signed: boolean; readonly body: Body }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = importBodySchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      const signed = request.headers.authorization?.startsWith('AWS4-HMAC-SHA256') ?? false;
      calls.push({ path: request.url, signed, body });
      answer(response, body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const file = join(folder(), 'desk.json');
  writeFileSync(file, JSON.stringify({ url, engine: url, region: 'eu-west-1' }));
  return { calls, file };
}

const takesAll = (response: ServerResponse, { lines }: Body) => {
  const results = lines.map(({ line }) => ({ line, outcome: 'added' }));
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ results }));
};

function run(args: readonly string[], nodeOptions: readonly string[] = []) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, [...nodeOptions, TOOL, ...args], (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

function listFile(lines: readonly string[]): string {
  const path = join(folder(), 'list.csv');
  writeFileSync(path, `${[HEADER, ...lines].join('\n')}\n`);
  return path;
}

describe('npm run import-subscribers', { timeout: 120_000 }, () => {
  it('asks the desk by signed calls, dry unless told to apply, and says by its exit code how it went', async () => {
    const desk = await createFakeDesk(takesAll);
    const list = listFile(['a@example.org;2024-03-01;web;Ja', 'none;2024-03-01;web;Ja']);
    const given = ['--topic', 'nieuwsbrief', '--file', list, '--desk', desk.file];
    const dry = await run(given);
    expect([dry.code, dry.err]).toEqual([1, '']);
    expect(dry.out).toMatch(
      /1 would be added\n[^]*1 would be refused\n +1 email_invalid[^]*dry run: nothing was stored/,
    );
    expect(readFileSync(`${list}.refused.csv`, 'utf8')).toContain('\r\n3;email_invalid;');
    const good = listFile(['a@example.org;2024-03-01;web;Ja']);
    const wet = await run(['--topic', 'nieuwsbrief', '--file', good, '--desk', desk.file, '--apply']);
    expect([wet.code, wet.err]).toEqual([0, '']);
    expect(desk.calls.map(({ path, signed, body }) => [path, signed, body.dryRun])).toEqual([
      ['/api/topics/nieuwsbrief/imports', true, true],
      ['/api/topics/nieuwsbrief/imports', true, false],
    ]);
  });

  it('tries again when the desk is busy, and gives up in one sentence when it refuses', async () => {
    let tries = 0;
    const busy = await createFakeDesk((response, body) => {
      tries += 1;
      if (tries === 1) response.writeHead(503).end();
      else takesAll(response, body);
    });
    const list = listFile(['a@example.org;2024-03-01;web;Ja']);
    expect((await run(['--topic', 'a', '--file', list, '--desk', busy.file])).code).toBe(0);
    const closed = await createFakeDesk((response) => void response.writeHead(403).end());
    const refused = await run(['--topic', 'a', '--file', list, '--desk', closed.file]);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/^The desk refuses these credentials: .*newsletterPrincipals\)\.\n$/);
    expect(closed.calls).toHaveLength(1);
  });

  it('says what it cannot do in one sentence', async () => {
    const missing = await run(['--topic', 'a', '--file', '/nowhere/list.csv', '--desk', '/nowhere/desk.json']);
    expect([missing.code, missing.err]).toEqual([2, 'There is no file /nowhere/list.csv.\n']);
    const help = await run(['--help']);
    expect([help.code, help.out.startsWith('npm run import-subscribers')]).toEqual([0, true]);
  });

  it('needs no more memory for a large list with huge fields than a small heap has', async () => {
    const desk = await createFakeDesk(takesAll);
    const lines = Array.from({ length: 5000 }, (_, index) =>
      index % 500 === 499 ? `x;2024-03-01;web;${'x'.repeat(10_000_000)}` : `p${index}@example.org;2024-03-01;web;Ja`,
    );
    const given = ['--topic', 'nieuwsbrief', '--file', listFile(lines), '--desk', desk.file];
    const { code, out } = await run(given, ['--max-old-space-size=48', '--max-semi-space-size=4']);
    expect(code).toBe(1);
    expect(out).toMatch(/4,990 would be added[^]*10 line_too_long/);
  });
});
