import { parseArgs } from 'node:util';
import { DEFAULT_ORGANISATION } from '../../infra/organisations/organisations.ts';
import { type DeskChoice, deskChoiceHelp } from '../desk-client/find-lists.ts';
import { NewsletterError } from './newsletter-error.ts';

/** What `npm run newsletter` was asked to do. */
export type NewsletterOptions =
  | { readonly help: true }
  | {
      readonly help: false;
      readonly topic: string;
      readonly subject: string;
      readonly text: string;
      /** Host and port of an SMTP server; undefined for the mailbox of a local desk. */
      readonly smtp: string | undefined;
      /** Id of the organisation whose mail it is; undefined for that of the desk. */
      readonly organisation: string | undefined;
      readonly where: DeskChoice;
    };

export const newsletterHelp = `npm run newsletter -- --topic nieuwsbrief --subject "..." --text "..."

A sample of a newsletter tool, to play with: it shows what a sender of your own must do. It pages through those who may
be mailed, asks the desk about each batch right before sending it, and mails each of them with their own List-Unsubscribe
headers and a visible link. It is no mail system: it neither signs with DKIM nor hears of bounces.

  --topic <name>      the topic of the organisation's profile
  --subject <text>    the subject of the mails
  --text <text>       what they say
  --smtp <host:port>  where to hand the mails in (the mailbox of npm start unless told otherwise)
${deskChoiceHelp}
  --organisation <id> whose mail it is: a stage does not tell whom it works for
                      (${DEFAULT_ORGANISATION} with --url, else that of the desk, unless told otherwise)
  --help              this text

Exit code: 0 all mails were handed in, 1 some were not, 2 broken off.`;

/** @throws NewsletterError with one sentence */
export function readNewsletterOptions(args: readonly string[]): NewsletterOptions {
  const given = parse(args);
  if (given.help === true) return { help: true };
  const { topic, subject, text, smtp, organisation, desk, url, region } = given;
  if (topic === undefined || subject === undefined || text === undefined) {
    throw new NewsletterError('Give --topic, --subject and --text; --help tells more.');
  }
  if (desk !== undefined && url !== undefined) {
    throw new NewsletterError('--desk and --url name two desks: give one of them.');
  }
  if (/[\r\n]/.test(subject)) throw new NewsletterError('A subject is one line.');
  return { help: false, topic, subject, text, smtp, organisation, where: { desk, url, region } };
}

/** Throws NewsletterError. */
export function smtpServer(address: string): { readonly host: string; readonly port: number } {
  const [, host, port] = /^([A-Za-z0-9.-]+):([0-9]{1,5})$/.exec(address) ?? [];
  if (host === undefined || port === undefined || Number(port) > 65_535) {
    throw new NewsletterError(`"${address}" is no SMTP server: give one such as 127.0.0.1:1025.`);
  }
  return { host, port: Number(port) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        topic: { type: 'string' },
        subject: { type: 'string' },
        text: { type: 'string' },
        smtp: { type: 'string' },
        organisation: { type: 'string' },
        desk: { type: 'string' },
        url: { type: 'string' },
        region: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new NewsletterError(`${reason}. See npm run newsletter -- --help.`);
  }
}
