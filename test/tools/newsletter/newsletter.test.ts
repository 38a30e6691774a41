import { describe, expect, it } from 'vitest';
import { createTransport } from 'nodemailer';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import type { Subscriber } from '../../../tools/desk-client/subscriber-api.ts';
import { composeIssue } from '../../../tools/newsletter/compose.ts';
import { readNewsletterOptions, smtpServer } from '../../../tools/newsletter/options.ts';
import { sendIssue, type SendOptions } from '../../../tools/newsletter/send-issue.ts';

const ISSUE = { subject: 'Nieuws: meer é', text: 'Er is nieuws.' };

function subscriber(index: number, language: 'nl' | 'en' = 'nl'): Subscriber {
  const unsubscribeUrl = `https://desk.example.nl/unsubscribe/k1.${'m'.repeat(43)}.nieuwsbrief.${'t'.repeat(22)}${index}`;
  return {
    recordId: '00000000-0000-4000-8000-000000000000',
    email: `p${index}@example.org`,
    language,
    since: '2024-03-01T00:00:00.000Z',
    listUnsubscribe: `<${unsubscribeUrl}>, <mailto:unsubscribe@desk.example.nl?subject=${index}>`,
    listUnsubscribePost: 'List-Unsubscribe=One-Click',
    unsubscribeUrl,
  };
}

/** A list of so many, of whom some have stopped since it was read. */
function listOf(count: number, stopped: readonly number[] = []): SendOptions['api'] {
  const all = Array.from({ length: count }, (_, index) => subscriber(index));
  return {
    page: async (topic, cursor, limit) => {
      const from = Number(cursor ?? 0);
      const next = from + limit < count ? String(from + limit) : null;
      return { topic, subscribers: all.slice(from, from + limit), next };
    },
    check: async (_topic, emails) =>
      emails.map((email) => {
        const hasStopped = stopped.some((index) => email === `p${index}@example.org`);
        return { email, mayMail: !hasStopped, reason: hasStopped ? 'suppressed' : 'subscribed' };
      }),
  };
}

describe('a mail of the sample newsletter', () => {
  it('has the headers of one-click unsubscribe, unbroken, and a link to see', async () => {
    const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
    const { message } = await transport.sendMail(composeIssue(ISSUE, subscriber(7), ctTelecom));
    const raw = (message as Buffer).toString('utf8');
    expect(raw.match(/^List-Unsubscribe: .*$/gm)).toEqual([`List-Unsubscribe: ${subscriber(7).listUnsubscribe}`]);
    expect(raw.match(/^List-Unsubscribe-Post: .*$/gm)).toEqual(['List-Unsubscribe-Post: List-Unsubscribe=One-Click']);
    expect(raw).toMatch(/^To: p7@example\.org$/m);
    expect(raw).toMatch(/^From: CT Telecom privacy <support@cttelecom\.nl>$/m);
  });

  it.each([
    ['nl', 'Afmelden: https', 'voorbeeld'],
    ['en', 'Unsubscribe: https', 'sample'],
  ] as const)(
    'says in the language of its reader how to stop, and that it is a sample: %s',
    (language, stop, sample) => {
      const { text } = composeIssue(ISSUE, subscriber(7, language), ctTelecom);
      expect(text).toContain(ISSUE.text);
      expect(text).toContain(stop);
      expect(text).toContain(subscriber(7).unsubscribeUrl);
      expect(text).toContain(sample);
    },
  );
});

describe('sending the sample newsletter', () => {
  it('mails everybody once, but for those who stopped since the list was read', async () => {
    const mailed: string[] = [];
    const counts = await sendIssue({
      topic: 'nieuwsbrief',
      api: listOf(250, [3, 120]),
      mail: async ({ email }) => void mailed.push(email),
    });
    expect(counts).toEqual({ sent: 248, stopped: 2, failed: 0 });
    expect(new Set(mailed).size).toBe(248);
    expect(mailed).not.toContain('p3@example.org');
  });

  it('gets past mails that are not taken, four at a time at most', async () => {
    let underWay = 0;
    let most = 0;
    const counts = await sendIssue({
      topic: 'nieuwsbrief',
      api: listOf(50),
      mail: async ({ email }) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
        if (email === 'p7@example.org') throw new RangeError('refused');
      },
    });
    expect(counts).toEqual({ sent: 49, stopped: 0, failed: 1 });
    expect(most).toBe(4);
  });

  it('mails nobody for an empty list', async () => {
    const mailed: string[] = [];
    const mail = async ({ email }: Subscriber) => void mailed.push(email);
    expect(await sendIssue({ topic: 'nieuwsbrief', api: listOf(0), mail })).toEqual({ sent: 0, stopped: 0, failed: 0 });
    expect(mailed).toEqual([]);
  });

  it('ends when a person says so', async () => {
    const stop = new AbortController();
    const counts = await sendIssue({
      topic: 'nieuwsbrief',
      api: listOf(500),
      mail: async () => stop.abort(),
      signal: stop.signal,
    });
    expect(counts.sent).toBeLessThanOrEqual(4);
  });
});

describe('what the sample newsletter is asked to do', () => {
  it('is one topic, subject and text', () => {
    const given = ['--topic', 'nieuwsbrief', '--subject', 'a', '--text', 'b'];
    expect(readNewsletterOptions(given)).toMatchObject({ topic: 'nieuwsbrief', subject: 'a', text: 'b' });
    expect(readNewsletterOptions([...given, '--organisation', 'harbour-energy'])).toMatchObject({
      organisation: 'harbour-energy',
    });
    expect(smtpServer('127.0.0.1:1025')).toEqual({ host: '127.0.0.1', port: 1025 });
  });

  it.each([
    [['--topic', 'a'], 'Give --topic, --subject and --text; --help tells more.'],
    [['--topic', 'a', '--subject', 'a\nBcc: x@example.org', '--text', 'b'], 'A subject is one line.'],
    [['--to', 'all'], "Unknown option '--to'. See npm run newsletter -- --help."],
  ])('is refused with one sentence: %j', (args, sentence) => {
    expect(() => readNewsletterOptions(args)).toThrow(sentence);
  });

  it.each(['localhost', ':25', 'a:99999', 'a b:25'])('takes no %j for a mail server', (address) => {
    expect(() => smtpServer(address)).toThrow(/is no SMTP server/);
  });
});
