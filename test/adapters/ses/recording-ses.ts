import type { SendEmailCommand, SendEmailCommandInput, SESv2Client } from '@aws-sdk/client-sesv2';
import { createSesMailSender } from '../../../adapters/ses/mail-sender.ts';
import type { MailSender } from '../../../domain/ports.ts';

/** A sender whose client keeps what it is handed, and fails when told to. */
export function openSes(failure?: unknown): {
  readonly sender: MailSender;
  readonly inputs: readonly SendEmailCommandInput[];
} {
  const inputs: SendEmailCommandInput[] = [];
  const client = {
    send: async (command: SendEmailCommand) => {
      inputs.push(command.input);
      if (failure !== undefined) throw failure;
      return { MessageId: 'm-1' };
    },
  };
  const sender = createSesMailSender({
    // Nothing else of a client is called.
    client: client as unknown as SESv2Client,
    from: { name: 'CT Telecom', address: 'privacy@desk.example' },
    replyTo: 'privacy@ct.example',
    configurationSet: 'desk-events',
  });
  return { sender, inputs };
}

export function rawOf(input: SendEmailCommandInput | undefined): string {
  return Buffer.from(input?.Content?.Raw?.Data ?? []).toString('latin1');
}

interface MimePart {
  readonly type: string;
  readonly text: string;
}

/** Headers as a receiving server sees them (RFC 5322: unfolded at CRLF and white space), and the decoded parts. */
export function parseMime(raw: string): { headers: Map<string, string[]>; parts: readonly MimePart[] } {
  const { headers, body } = splitMessage(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type')?.[0] ?? '')?.[1] ?? '';
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => splitMessage(part.replace(/^\r\n/, '')))
    .map((part) => ({
      type: (part.headers.get('content-type')?.[0] ?? '').split(';')[0] ?? '',
      text: decodeBody(part.body, part.headers.get('content-transfer-encoding')?.[0] ?? '7bit'),
    }));
  return { headers, parts };
}

function splitMessage(raw: string): { headers: Map<string, string[]>; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map<string, string[]>();
  for (const line of raw
    .slice(0, end)
    .replaceAll(/\r?\n(?=[ \t])/g, '')
    .split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':');
    const name = (colon < 0 ? line : line.slice(0, colon)).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), decodeWords(line.slice(colon + 1).trim())]);
  }
  return { headers, body: raw.slice(end + 4) };
}

/** RFC 2047 encoded words. */
function decodeWords(value: string): string {
  return value.replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/(?:=\?UTF-8\?[BQ]\?[^?]*\?=)+/gi, (words) => {
    const bytes = [...words.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind, text = '']) =>
      kind?.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' ')),
    );
    return Buffer.concat(bytes).toString('utf8');
  });
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return quotedPrintable(body.replaceAll(/=\r\n/g, '')).toString('utf8');
  return Buffer.from(body, 'latin1').toString('utf8');
}

function quotedPrintable(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
    'latin1',
  );
}
