import type { SendMailOptions } from 'nodemailer';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { Subscriber } from '../desk-client/subscriber-api.ts';

/** What the newsletter says. */
export interface Issue {
  readonly subject: string;
  readonly text: string;
}

const words = {
  nl: {
    stop: 'Geen mail meer? Afmelden:',
    sample: 'Dit is een voorbeeld van een nieuwsbrief, gestuurd om te proberen.',
  },
  en: { stop: 'No more mail? Unsubscribe:', sample: 'This is a sample of a newsletter, sent to try things out.' },
} as const;

/**
 * One mail of a newsletter: its reader's own unsubscribe address in the headers of RFC 8058 and, as a link to see, in the
 * text.
 */
export function composeIssue(
  { subject, text }: Issue,
  { email, language, listUnsubscribe, listUnsubscribePost, unsubscribeUrl }: Subscriber,
  { mailFrom, legalName, postalAddress }: Pick<OrganisationProfile, 'mailFrom' | 'legalName' | 'postalAddress'>,
): SendMailOptions {
  const { stop, sample } = words[language];
  return {
    from: mailFrom,
    to: { name: '', address: email },
    subject,
    text: [text, '-- ', `${stop} ${unsubscribeUrl}`, `${legalName}, ${postalAddress}`, sample, ''].join('\n\n'),
    headers: {
      'Content-Language': language,
      'List-Unsubscribe': { prepared: true, value: listUnsubscribe },
      'List-Unsubscribe-Post': listUnsubscribePost,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
