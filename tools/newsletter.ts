import { dirname } from 'node:path';
import { createTransport } from 'nodemailer';
import { organisations } from '../infra/organisations/organisations.ts';
import { DeskFileError } from './desk-client/desk-address.ts';
import { findLists } from './desk-client/find-lists.ts';
import { createSubscriberApi, SubscriberApiError } from './desk-client/subscriber-api.ts';
import { composeIssue } from './newsletter/compose.ts';
import { NewsletterError } from './newsletter/newsletter-error.ts';
import { newsletterHelp, readNewsletterOptions, smtpServer } from './newsletter/options.ts';
import { type IssueCounts, sendIssue } from './newsletter/send-issue.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const brokenOff = 2;

process.exitCode = await main().catch((error: unknown) => {
  const known =
    error instanceof NewsletterError || error instanceof DeskFileError || error instanceof SubscriberApiError;
  const unknown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${known ? error.message : unknown}\n`);
  return brokenOff;
});

async function main(): Promise<number> {
  const options = readNewsletterOptions(process.argv.slice(2));
  if (options.help) return say(newsletterHelp);
  const lists = await findLists(options.where, dirname(import.meta.dirname), process.env);
  const whose = options.organisation ?? lists.organisation;
  const organisation = organisations.get(whose);
  if (organisation === undefined) throw new NewsletterError(`No organisation is called ${whose}.`);
  const smtp = options.smtp ?? lists.mailboxSmtp;
  if (smtp === undefined) throw new NewsletterError('This desk has no mailbox of its own: give --smtp host:port.');
  const transport = createTransport({ ...smtpServer(smtp), pool: true, maxConnections: 4, disableFileAccess: true });
  await transport.verify().catch(() => {
    throw new NewsletterError(`No SMTP server answers at ${smtp}.`);
  });
  const stop = new AbortController();
  for (const signal of signals) process.once(signal, () => stop.abort());
  say(`A sample newsletter: ${options.topic} of ${lists.url}, handed in at ${smtp}.`);
  try {
    const counts = await sendIssue({
      topic: options.topic,
      api: createSubscriberApi(lists),
      mail: async (subscriber) => void (await transport.sendMail(composeIssue(options, subscriber, organisation))),
      onProgress: ({ sent }) => process.stdout.isTTY && process.stdout.write(`\r\u001B[2K${sent} sent`),
      signal: stop.signal,
    });
    if (process.stdout.isTTY) process.stdout.write('\r\u001B[2K');
    say(countsText(counts));
    if (stop.signal.aborted) return brokenOff;
    return counts.failed === 0 ? 0 : 1;
  } finally {
    transport.close();
  }
}

function countsText({ sent, stopped, failed }: IssueCounts): string {
  return `${sent} sent, ${stopped} left out because they stopped meanwhile, ${failed} not taken by the mail server.`;
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
